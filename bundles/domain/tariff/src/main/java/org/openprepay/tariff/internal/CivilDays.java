package org.openprepay.tariff.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Counts the civil days that begin from an instant on; the first begins at that instant. */
record CivilDays(Instant from, ZoneId zone) {
    /** Days begun up to and including an instant. */
    int begunAt(Instant at) {
        return at.isBefore(from) ? 0 : (int) ChronoUnit.DAYS.between(date(from), date(at)) + 1;
    }

    /** Days begun before an instant. */
    int begunBefore(Instant at) {
        return at.isAfter(from) ? begunAt(at.minusNanos(1)) : 0;
    }

    /** When the day of this number, from 1, begins. */
    Instant start(int day) {
        return day <= 1 ? from : date(from).plusDays(day - 1L).atStartOfDay(zone).toInstant();
    }

    private LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
