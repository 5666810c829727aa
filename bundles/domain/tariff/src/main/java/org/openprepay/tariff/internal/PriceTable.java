package org.openprepay.tariff.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openprepay.tariff.facts.Usage;
import org.openprepay.tariff.internal.TariffPack.PriceRow;

/** Checks one table of prices: numbers, keys, and bands without gap or overlap. */
final class PriceTable {
    static final String SUFFIX = ".table.csv";
    private static final Set<String> NUMBERS = Set.of("price", "percent", "amount");

    private final Csv csv;
    private final Problems problems;

    PriceTable(Csv csv, Problems problems) {
        this.csv = csv;
        this.problems = problems;
    }

    /** The rows by the name of the rule that the engine makes from each, file and line. */
    Map<String, PriceRow> rows(int firstPosition) {
        Map<String, PriceRow> rows = new LinkedHashMap<>();
        for (Csv.Row row : csv.rows()) {
            int position = firstPosition + rows.size();
            rows.put(
                    csv.file() + ":" + row.line(),
                    new PriceRow(key(row), row.cell("title"), position));
        }
        return rows;
    }

    private String key(Csv.Row row) {
        String table = csv.file().substring(0, csv.file().length() - SUFFIX.length());
        return table + ":" + row.cell("charge");
    }

    void check(TariffPack pack) {
        if (!csv.columns().contains("charge") || !csv.columns().contains("title")) {
            problems.add(csv.file(), 1, "a table has at least the columns charge and title");
            return;
        }
        if (csv.rows().isEmpty()) {
            problems.add(csv.file(), 0, "the table has no rows");
        }
        var seen = new HashSet<String>();
        for (Csv.Row row : csv.rows()) {
            String charge = row.cell("charge");
            if (!charge.matches("[a-z0-9][a-z0-9-]{0,39}")) {
                problem(row, "charge must be a word of small letters, digits and hyphens");
            } else if (!seen.add(charge)) {
                problem(row, "the charge " + charge + " occurs twice");
            }
            NUMBERS.stream().filter(csv.columns()::contains).forEach(each -> price(row, each));
        }
        if (csv.columns().contains("period")) {
            periods(pack);
        }
    }

    private void price(Csv.Row row, String column) {
        Optional<BigDecimal> number = number(row.cell(column));
        if (number.isEmpty()) {
            problem(row, column + " \"" + row.cell(column) + "\" is not a number");
        } else if (number.get().signum() < 0) {
            problem(row, column + " " + row.cell(column) + " is negative");
        }
    }

    private void periods(TariffPack pack) {
        Map<String, List<Csv.Row>> byPeriod = new LinkedHashMap<>();
        csv.rows()
                .forEach(
                        row ->
                                byPeriod.computeIfAbsent(
                                                row.cell("period"), each -> new ArrayList<>())
                                        .add(row));
        Set<String> known = new HashSet<>(pack.calendar().periods());
        boolean any = byPeriod.containsKey(Usage.ANY);
        if (any && byPeriod.size() > 1) {
            problems.add(csv.file(), 0, "the period any stands for all; no other may be beside it");
        }
        byPeriod.forEach((period, rows) -> bands(period, rows, pack, known));
        if (!any) {
            known.removeAll(byPeriod.keySet());
            known.stream()
                    .sorted()
                    .forEach(
                            each ->
                                    problems.add(
                                            csv.file(), 0, "the period " + each + " has no price"));
        }
    }

    private void bands(String period, List<Csv.Row> rows, TariffPack pack, Set<String> known) {
        boolean any = period.equals(Usage.ANY);
        if (!any && !known.contains(period)) {
            problem(rows.get(0), "the period \"" + period + "\" is not in calendar.csv");
            return;
        }
        for (Csv.Row row : rows) {
            Optional<BigDecimal> from = number(row.cell("from"));
            boolean open = row.cell("to").isEmpty();
            Optional<BigDecimal> to = number(row.cell("to"));
            if (from.isEmpty() || !open && to.isEmpty()) {
                problem(row, "from must be a number, and to a number or empty");
                return;
            }
            if (!open && to.get().compareTo(from.get()) <= 0) {
                problem(row, "the band ends at " + to.get() + " before it begins");
                return;
            }
            if (!any && !isTier(from.get(), pack) || !any && !open && !isTier(to.get(), pack)) {
                problem(row, "limits of a named period must be among tiers= in " + Header.FILE);
                return;
            }
        }
        contiguous(rows);
    }

    private void contiguous(List<Csv.Row> rows) {
        List<Csv.Row> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(row -> number(row.cell("from")).orElseThrow()));
        BigDecimal reached = BigDecimal.ZERO;
        for (int i = 0; i < sorted.size(); i++) {
            Csv.Row row = sorted.get(i);
            int side = number(row.cell("from")).orElseThrow().compareTo(reached);
            if (side != 0) {
                String what = side > 0 ? "leaves a gap after " : "overlaps the band up to ";
                problem(row, "the band from " + row.cell("from") + " " + what + reached);
                return;
            }
            Optional<BigDecimal> to = number(row.cell("to"));
            if (to.isEmpty() != (i == sorted.size() - 1)) {
                problem(row, "the last band, and no other, has an empty limit \"to\"");
                return;
            }
            reached = to.orElse(reached);
        }
    }

    List<BigDecimal> limits() {
        return csv.rows().stream()
                .flatMap(row -> List.of(row.cell("from"), row.cell("to")).stream())
                .flatMap(cell -> number(cell).stream())
                .filter(limit -> limit.signum() > 0)
                .toList();
    }

    private static boolean isTier(BigDecimal limit, TariffPack pack) {
        return limit.signum() == 0
                || pack.tiers().stream().anyMatch(tier -> tier.compareTo(limit) == 0);
    }

    private void problem(Csv.Row row, String message) {
        problems.add(csv.file(), row.line(), message);
    }

    static Optional<BigDecimal> number(String text) {
        return text.matches("-?\\d{1,12}(\\.\\d{1,12})?")
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }
}
