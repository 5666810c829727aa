package org.openprepay.tariff.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openprepay.api.UsageInterval;

/**
 * One worked bill: what is used when, and what must stand on the bill. Columns {@code what, name,
 * value}; rows {@code zone}, {@code live}, {@code days}, {@code use} (civil start, amount; half an
 * hour each), {@code line} (charge, amount) and {@code total}.
 */
record Example(
        String file,
        ZoneId zone,
        boolean live,
        int days,
        List<UsageInterval> use,
        Map<String, Expected> lines,
        Optional<Expected> total) {
    static final String SUFFIX = ".example.csv";
    private static final List<String> COLUMNS = List.of("what", "name", "value");
    private static final Duration LENGTH = Duration.ofMinutes(30);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /** An amount, and the line that states it. */
    record Expected(int line, BigDecimal amount) {}

    static Optional<Example> read(String file, String text, Problems problems) {
        Csv csv = Csv.parse(file, text, problems);
        if (!csv.columns().equals(COLUMNS)) {
            problems.add(file, 1, "the columns must be " + String.join(",", COLUMNS));
            return Optional.empty();
        }
        var reader = new Reader();
        for (Csv.Row row : csv.rows()) {
            try {
                reader.row(row);
            } catch (IllegalArgumentException | DateTimeException e) {
                problems.add(file, row.line(), String.valueOf(e.getMessage()));
                return Optional.empty();
            }
        }
        if (reader.use.isEmpty()) {
            problems.add(file, 0, "an example needs at least one row use");
            return Optional.empty();
        }
        return Optional.of(reader.example(file));
    }

    Instant start() {
        return use.get(0).start();
    }

    private static final class Reader {
        private final List<UsageInterval> use = new ArrayList<>();
        private final Map<String, Expected> lines = new LinkedHashMap<>();
        private Optional<Expected> total = Optional.empty();
        private ZoneId zone = ZoneId.of("UTC");
        private boolean live;
        private int days;

        void row(Csv.Row row) {
            String value = row.cell("value");
            switch (row.cell("what")) {
                case "zone" -> zone = ZoneId.of(value);
                case "live" -> live = value.equals("yes");
                case "days" -> days = number(value).intValueExact();
                case "use" -> use.add(use(row.cell("name"), number(value)));
                case "line" -> lines.put(row.cell("name"), new Expected(row.line(), number(value)));
                case "total" -> total = Optional.of(new Expected(row.line(), number(value)));
                default ->
                        throw new IllegalArgumentException(
                                "what is one of zone, live, days, use, line, total; not \""
                                        + row.cell("what")
                                        + "\"");
            }
        }

        private UsageInterval use(String at, BigDecimal amount) {
            Instant start = LocalDateTime.parse(at, TIME).atZone(zone).toInstant();
            return new UsageInterval(start, start.plus(LENGTH), amount, false);
        }

        private static BigDecimal number(String text) {
            return PriceTable.number(text)
                    .orElseThrow(
                            () -> new IllegalArgumentException("\"" + text + "\" is no number"));
        }

        Example example(String file) {
            use.sort(Comparator.comparing(UsageInterval::start));
            return new Example(file, zone, live, days, List.copyOf(use), Map.copyOf(lines), total);
        }
    }
}
