package org.openprepay.prepayment.internal;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.openprepay.prepayment.facts.Decision;
import org.openprepay.prepayment.facts.Standing;
import org.openprepay.prepayment.facts.Terms;
import org.openprepay.prepayment.internal.Policies.Policy;
import org.openprepay.rulebook.CompiledRules;
import org.openprepay.rulebook.PackFiles;
import org.openprepay.rulebook.PackKind;
import org.openprepay.rulebook.RuleProblem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Proves supply policies: numbers that make sense, and examples that come out as written. */
@Component
public final class PolicyKind implements PackKind {
    static final String KIND = "policy";
    private static final String EXAMPLES = "examples/";

    @Activate
    public PolicyKind() {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<RuleProblem> prove(PackFiles pack, CompiledRules rules) {
        var problems = new ArrayList<RuleProblem>();
        Terms terms = TermsReader.read(pack, problems);
        Map<String, String> examples = new TreeMap<>(pack.files());
        examples.keySet().removeIf(path -> !isExample(path));
        if (examples.isEmpty()) {
            problems.add(new RuleProblem(EXAMPLES, 0, "", "a policy needs at least one example"));
        }
        if (problems.isEmpty()) {
            var policy = new Policy(terms, rules);
            examples.forEach((path, text) -> problems.addAll(run(path, text, policy)));
        }
        return problems;
    }

    private static boolean isExample(String path) {
        return path.startsWith(EXAMPLES) && path.endsWith(".properties");
    }

    private static List<RuleProblem> run(String path, String text, Policy policy) {
        var given = new Properties();
        try {
            given.load(new StringReader(text));
            Decision decision = policy.decide(standing(given, policy.terms()));
            return compare(path, given, decision, policy.terms());
        } catch (IOException | RuntimeException e) {
            return List.of(new RuleProblem(path, 0, "", String.valueOf(e.getMessage())));
        }
    }

    private static Standing standing(Properties given, Terms terms) {
        BigDecimal balance = new BigDecimal(given.getProperty("balance"));
        BigDecimal usable = number(given, "usable", balance);
        return new Standing(
                balance,
                usable,
                number(given, "debit", BigDecimal.ZERO),
                given.getProperty("emergency", "none"),
                given.getProperty("wanted", "ON"),
                number(given, "hour", BigDecimal.TEN).intValueExact(),
                given.getProperty("day", "MONDAY").toUpperCase(Locale.ROOT),
                flag(given, "holiday"),
                usable.compareTo(terms.cutAt()) <= 0,
                number(given, "hours-below", BigDecimal.ZERO).longValueExact(),
                flag(given, "grace-begun"),
                flag(given, "grace-over"));
    }

    private static List<RuleProblem> compare(
            String path, Properties given, Decision decision, Terms terms) {
        boolean below = standing(given, terms).below();
        String supply = "cut";
        if (!below || !decision.on().isEmpty()) {
            supply = "on";
        } else if (decision.cuts().isEmpty() || !decision.spared().isEmpty()) {
            supply = "stay";
        }
        Map<String, String> found = new TreeMap<>();
        found.put("expect.supply", supply);
        found.put("expect.offer", decision.offer().stripTrailingZeros().toPlainString());
        found.put("expect.grace", String.valueOf(decision.graceHours()));
        found.put("expect.warn", String.join(",", new TreeMap<>(decision.warnings()).keySet()));
        var problems = new ArrayList<RuleProblem>();
        found.forEach(
                (key, value) -> {
                    String wanted = given.getProperty(key, value).strip();
                    if (!wanted.equals(value)) {
                        String what = key + " should be " + wanted + " but is " + value;
                        problems.add(new RuleProblem(path, 0, "", what + reasons(decision)));
                    }
                });
        return problems;
    }

    private static String reasons(Decision decision) {
        return " (on "
                + decision.on()
                + ", spared "
                + decision.spared()
                + ", cuts "
                + decision.cuts()
                + ")";
    }

    private static BigDecimal number(Properties given, String key, BigDecimal without) {
        String text = given.getProperty(key);
        return text == null ? without : new BigDecimal(text.strip());
    }

    private static boolean flag(Properties given, String key) {
        return given.getProperty(key, "false").strip().equals("true");
    }
}
