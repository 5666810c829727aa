package org.openprepay.tariff.internal;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.util.Set;

/**
 * One row of a calendar: civil times from {@code from} up to {@code to}, over midnight when {@code
 * from} is not before {@code to}.
 */
record Window(String period, Set<Month> months, Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    Window {
        months = Set.copyOf(months);
        days = Set.copyOf(days);
    }

    boolean holds(Month month, DayOfWeek day, LocalTime time) {
        return months.contains(month) && days.contains(day) && holds(time);
    }

    private boolean holds(LocalTime time) {
        boolean afterFrom = !time.isBefore(from);
        boolean beforeTo = time.isBefore(to);
        return from.isBefore(to) ? afterFrom && beforeTo : afterFrom || beforeTo;
    }
}
