package org.openprepay.tariff.internal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openprepay.tariff.facts.Usage;

/**
 * Which time-of-use period an instant belongs to, in the civil time of a zone; the first window
 * that holds it wins.
 *
 * @param holidayAs the weekday that holidays are treated as
 */
record Calendar(List<Window> windows, Set<LocalDate> holidays, DayOfWeek holidayAs) {
    static final Calendar NONE = new Calendar(List.of(), Set.of(), DayOfWeek.SUNDAY);

    Calendar {
        windows = List.copyOf(windows);
        holidays = Set.copyOf(holidays);
    }

    /**
     * The period's name.
     *
     * @throws IllegalStateException when no window holds the instant
     */
    String period(Instant at, ZoneId zone) {
        if (windows.isEmpty()) {
            return Usage.ANY;
        }
        ZonedDateTime civil = at.atZone(zone);
        LocalDate date = civil.toLocalDate();
        DayOfWeek day = holidays.contains(date) ? holidayAs : date.getDayOfWeek();
        LocalTime time = civil.toLocalTime();
        for (Window window : windows) {
            if (window.holds(date.getMonth(), day, time)) {
                return window.period();
            }
        }
        throw new IllegalStateException("no row of calendar.csv holds " + civil);
    }

    Set<String> periods() {
        return windows.stream().map(Window::period).collect(Collectors.toUnmodifiableSet());
    }
}
