package org.openprepay.prepayment.internal;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openprepay.prepayment.facts.Terms;
import org.openprepay.prepayment.facts.WarningLevel;
import org.openprepay.rulebook.PackFiles;
import org.openprepay.rulebook.RuleProblem;

/** Reads a policy's numbers from its {@value #FILE} and tells what is wrong with them. */
final class TermsReader {
    static final String FILE = "pack.properties";

    private final Properties properties = new Properties();
    private final List<RuleProblem> problems = new ArrayList<>();
    private final String text;

    private TermsReader(String text) {
        this.text = text;
    }

    /**
     * The terms of a published policy.
     *
     * @throws IllegalArgumentException when they are not well formed, naming the lines
     */
    static Terms read(PackFiles pack) {
        var problems = new ArrayList<RuleProblem>();
        Terms terms = read(pack, problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(pack.name() + ": " + problems);
        }
        return terms;
    }

    /** The terms, with a default where a problem was found. */
    static Terms read(PackFiles pack, List<RuleProblem> problems) {
        var reader = new TermsReader(pack.files().getOrDefault(FILE, ""));
        Terms terms = reader.terms();
        problems.addAll(reader.problems);
        return terms;
    }

    private Terms terms() {
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            problems.add(new RuleProblem(FILE, 0, "", "cannot be read: " + e.getMessage()));
        }
        if (get("title", "").isEmpty()) {
            problem("title", "a policy needs a title");
        }
        int[] hours = friendlyHours();
        return new Terms(
                amount("cut-at", "0"),
                levels(),
                positive("emergency.amount", "0"),
                amount("emergency.offer-at", "0"),
                hours[0],
                hours[1],
                all("friendly.days", day -> DayOfWeek.valueOf(upper(day)).name())
                        .collect(Collectors.toSet()),
                all("holidays", LocalDate::parse).collect(Collectors.toSet()),
                whole("grace.hours", 0, 720),
                positive("catch-up.limit", "1000000000"),
                whole("catch-up.grace-hours", 0, 720),
                !get("notice-before-cut", "true").equals("false"),
                whole("debts.percent", 0, 100));
    }

    private List<WarningLevel> levels() {
        return all("low-credit", BigDecimal::new)
                .map(at -> new WarningLevel("low-credit-" + at.toPlainString(), at))
                .toList();
    }

    private int[] friendlyHours() {
        String value = get("friendly.hours", "0-0");
        if (!value.matches("([01]?\\d|2[0-4])-([01]?\\d|2[0-4])")) {
            problem("friendly.hours", "write two full hours, as 20-8");
            return new int[] {0, 0};
        }
        return Arrays.stream(value.split("-")).mapToInt(Integer::parseInt).toArray();
    }

    private BigDecimal positive(String key, String without) {
        BigDecimal amount = amount(key, without);
        if (amount.signum() < 0) {
            problem(key, "must not be below zero");
        }
        return amount;
    }

    private BigDecimal amount(String key, String without) {
        return one(key, get(key, without), BigDecimal::new).findFirst().orElse(BigDecimal.ZERO);
    }

    private int whole(String key, int least, int most) {
        int number = one(key, get(key, "0"), Integer::valueOf).findFirst().orElse(least);
        if (number < least || number > most) {
            problem(key, "must be " + least + " to " + most);
        }
        return number;
    }

    private <T> Stream<T> all(String key, Function<String, T> parse) {
        return Arrays.stream(get(key, "").split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .flatMap(item -> one(key, item, parse));
    }

    private <T> Stream<T> one(String key, String value, Function<String, T> parse) {
        try {
            return Stream.of(parse.apply(value));
        } catch (RuntimeException e) {
            problem(key, "cannot be \"" + value + "\"");
            return Stream.empty();
        }
    }

    private String get(String key, String without) {
        return properties.getProperty(key, without).strip();
    }

    private void problem(String key, String what) {
        List<String> lines = text.lines().toList();
        int at = 0;
        for (int i = 0; i < lines.size() && at == 0; i++) {
            at = lines.get(i).strip().startsWith(key) ? i + 1 : 0;
        }
        problems.add(new RuleProblem(FILE, at, "", key + " " + what));
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
