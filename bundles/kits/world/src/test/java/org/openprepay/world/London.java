package org.openprepay.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openprepay.api.UsageInterval;

/** The half-hours of the real London household. */
final class London {
    static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final String FILE = "/london/london-household-half-hourly.csv";

    private London() {}

    static List<UsageInterval> readings() {
        try (var in = Objects.requireNonNull(London.class.getResourceAsStream(FILE), FILE);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(London::interval).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UsageInterval interval(String line) {
        String[] cells = line.split(",");
        Instant start = Instant.parse(cells[0]);
        BigDecimal used = new BigDecimal(cells[1]);
        return new UsageInterval(start, start.plus(Duration.ofMinutes(30)), used, false);
    }

    static Map<YearMonth, List<UsageInterval>> byMonth(List<UsageInterval> all) {
        return by(all, date -> YearMonth.from(date));
    }

    static Map<LocalDate, List<UsageInterval>> byDay(List<UsageInterval> all) {
        return by(all, date -> date);
    }

    private static <K> Map<K, List<UsageInterval>> by(
            List<UsageInterval> all, Function<LocalDate, K> key) {
        return all.stream()
                .collect(
                        Collectors.groupingBy(
                                each -> key.apply(date(each.start())),
                                TreeMap::new,
                                Collectors.toList()));
    }

    static LocalDate date(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }
}
