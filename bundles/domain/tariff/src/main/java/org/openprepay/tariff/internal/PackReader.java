package org.openprepay.tariff.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.openprepay.api.Commodity;
import org.openprepay.rulebook.PackFiles;
import org.openprepay.tariff.internal.TariffPack.PriceRow;

/** Reads a tariff pack's header, calendar and tables, and says what is wrong with them. */
final class PackReader {
    private static final Set<String> KEYS =
            Set.of(
                    "kind",
                    "title",
                    "currency",
                    "commodity",
                    "period",
                    "tiers",
                    "carry",
                    "rounding.line",
                    "holidays",
                    "holidays.as");
    private static final String TITLE = "title.";

    private final PackFiles files;
    private final Problems problems;

    PackReader(PackFiles files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    /**
     * A published pack, which was checked before.
     *
     * @throws IllegalStateException with the problems, which is then a bug
     */
    static TariffPack published(PackFiles files) {
        var problems = new Problems();
        TariffPack pack = new PackReader(files, problems).read();
        if (!problems.none()) {
            throw new IllegalStateException(files.name() + ": " + problems.all());
        }
        return pack;
    }

    TariffPack read() {
        Header header = Header.parse(text(Header.FILE), problems);
        header.requireKnown(KEYS, TITLE, problems);
        require(header, "title", value -> !value.isEmpty(), "a title that customers read");
        require(header, "period", "month"::equals, "month");
        require(header, "carry", Set.of("carry", "restart", "")::contains, "carry or restart");
        List<PriceTable> tables = new ArrayList<>();
        Map<String, PriceRow> rows = new LinkedHashMap<>();
        for (String file : files.files().keySet()) {
            if (file.endsWith(PriceTable.SUFFIX)) {
                Csv csv = Csv.parse(file, text(file), problems);
                var table = new PriceTable(csv, problems);
                tables.add(table);
                rows.putAll(table.rows(rows.size()));
            }
        }
        TariffPack pack = pack(header, tables, rows);
        tables.forEach(table -> table.check(pack));
        return pack;
    }

    private TariffPack pack(Header header, List<PriceTable> tables, Map<String, PriceRow> rows) {
        List<BigDecimal> tiers = tiers(header);
        Set<BigDecimal> limits = new TreeSet<>(tiers);
        tables.forEach(table -> limits.addAll(table.limits()));
        return new TariffPack(
                files.name(),
                read(header, "currency", "", PackReader::currency, "an ISO 4217 code", "XXX"),
                read(
                        header,
                        "commodity",
                        "",
                        PackReader::commodity,
                        "one of " + Arrays.toString(Commodity.values()),
                        Commodity.ELECTRICITY),
                tiers,
                !header.get("carry", "carry").value().equals("restart"),
                read(
                        header,
                        "rounding.line",
                        "6 half-up",
                        Rounding::parse,
                        "places (0 to 6) and half-up, half-even, down or up",
                        Rounding.FINEST),
                calendar(header),
                List.copyOf(limits),
                rows,
                header.under(TITLE));
    }

    private Calendar calendar(Header header) {
        if (!files.files().containsKey(CalendarReader.FILE)) {
            return Calendar.NONE;
        }
        Set<LocalDate> holidays =
                read(
                        header,
                        "holidays",
                        "",
                        PackReader::dates,
                        "dates such as 2026-12-25, with commas",
                        Set.of());
        DayOfWeek as =
                read(
                        header,
                        "holidays.as",
                        "Sun",
                        PackReader::day,
                        "a weekday such as Sun",
                        DayOfWeek.SUNDAY);
        return new CalendarReader(problems).read(text(CalendarReader.FILE), holidays, as);
    }

    private List<BigDecimal> tiers(Header header) {
        return read(header, "tiers", "", PackReader::limits, "ascending limits", List.of());
    }

    private static Optional<List<BigDecimal>> limits(String text) {
        List<BigDecimal> limits = new ArrayList<>();
        BigDecimal last = BigDecimal.ZERO;
        for (String part : parts(text)) {
            Optional<BigDecimal> limit = PriceTable.number(part);
            if (limit.isEmpty() || limit.get().compareTo(last) <= 0) {
                return Optional.empty();
            }
            last = limit.get();
            limits.add(last);
        }
        return Optional.of(limits);
    }

    private static Optional<Set<LocalDate>> dates(String text) {
        try {
            Set<LocalDate> dates = new HashSet<>();
            parts(text).forEach(part -> dates.add(LocalDate.parse(part)));
            return Optional.of(dates);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<DayOfWeek> day(String text) {
        try {
            return Optional.of(DayOfWeek.of(CalendarReader.index(text, DayOfWeek.values()) + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .filter(code::equals)
                .findFirst();
    }

    private static Optional<Commodity> commodity(String name) {
        return Arrays.stream(Commodity.values())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    private static List<String> parts(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\\s*,\\s*"));
    }

    private void require(
            Header header, String key, Function<String, Boolean> test, String expected) {
        Optional<Boolean> none = Optional.empty();
        read(
                header,
                key,
                "",
                value -> test.apply(value) ? Optional.of(true) : none,
                expected,
                true);
    }

    private <T> T read(
            Header header,
            String key,
            String otherwise,
            Function<String, Optional<T>> parse,
            String expected,
            T fallback) {
        Header.Entry entry = header.get(key, otherwise);
        Optional<T> value = parse.apply(entry.value());
        if (value.isEmpty()) {
            problems.add(
                    Header.FILE,
                    entry.line(),
                    key + " must be " + expected + ", not \"" + entry.value() + "\"");
        }
        return value.orElse(fallback);
    }

    private String text(String file) {
        return files.files().getOrDefault(file, "");
    }
}
