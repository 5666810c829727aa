package org.openprepay.tariff.internal;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Reads {@code calendar.csv}: columns period, months, days, from, to; empty means every. */
final class CalendarReader {
    static final String FILE = "calendar.csv";
    private static final List<String> COLUMNS = List.of("period", "months", "days", "from", "to");

    private final Problems problems;

    CalendarReader(Problems problems) {
        this.problems = problems;
    }

    Calendar read(String text, Set<LocalDate> holidays, DayOfWeek holidayAs) {
        Csv csv = Csv.parse(FILE, text, problems);
        if (!csv.columns().equals(COLUMNS)) {
            problems.add(FILE, 1, "the columns must be " + String.join(",", COLUMNS));
            return Calendar.NONE;
        }
        var windows = new ArrayList<Window>();
        for (Csv.Row row : csv.rows()) {
            try {
                windows.add(window(row));
            } catch (IllegalArgumentException | DateTimeException e) {
                problems.add(FILE, row.line(), String.valueOf(e.getMessage()));
            }
        }
        requireRest(csv);
        return new Calendar(windows, holidays, holidayAs);
    }

    private void requireRest(Csv csv) {
        boolean rest =
                csv.rows().stream()
                        .anyMatch(
                                row ->
                                        COLUMNS.stream()
                                                .skip(1)
                                                .allMatch(each -> row.cell(each).isEmpty()));
        if (!rest) {
            problems.add(FILE, 0, "the last row must name the period of all remaining hours");
        }
    }

    private static Window window(Csv.Row row) {
        String period = row.cell("period");
        if (!period.matches("[a-z][a-z0-9-]*") || period.equals("any")) {
            throw new IllegalArgumentException(
                    "a period is a word of small letters other than any, not \"" + period + "\"");
        }
        return new Window(
                period,
                set(row.cell("months"), Month.values()),
                set(row.cell("days"), DayOfWeek.values()),
                time(row.cell("from")),
                time(row.cell("to")));
    }

    private static LocalTime time(String text) {
        return text.isEmpty() ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    }

    /** Reads {@code Mon-Fri Sun}: names shortened to three letters, single or as a range. */
    private static <E extends Enum<E>> Set<E> set(String text, E[] all) {
        if (text.isEmpty()) {
            return Set.of(all);
        }
        Set<E> found = new HashSet<>();
        for (String part : text.split("\\s+")) {
            String[] ends = part.split("-", 2);
            ToIntFunction<String> index = name -> index(name, all);
            int last = index.applyAsInt(ends[ends.length - 1]);
            for (int i = index.applyAsInt(ends[0]); ; i = (i + 1) % all.length) {
                found.add(all[i]);
                if (i == last) {
                    break;
                }
            }
        }
        return found;
    }

    static <E extends Enum<E>> int index(String name, E[] all) {
        for (E each : all) {
            String full = each.name().toLowerCase(Locale.ROOT);
            if (name.length() >= 3 && full.startsWith(name.toLowerCase(Locale.ROOT))) {
                return each.ordinal();
            }
        }
        throw new IllegalArgumentException(
                "\"" + name + "\" is no day or month; write Mon, Tue … or Jan, Feb …");
    }
}
