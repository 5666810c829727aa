package org.openprepay.benchmarks;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.openprepay.rulebook.Compilation;
import org.openprepay.rulebook.CompiledRules;
import org.openprepay.rulebook.PackFiles;
import org.openprepay.rules.drools.DroolsRuleEngine;
import org.openprepay.tariff.facts.Bill;
import org.openprepay.tariff.facts.Usage;

/**
 * Prices one account after the other on a tariff of three tiers and three periods with tax, by
 * rules and by plain Java, on one thread, in prices per second of processor time.
 */
record PricingSpeed(double byRules, double byJava) {
    static final int WARM_UP = 300_000;
    static final int MEASURED = 500_000;
    static final int ROUNDS = 3;

    private static final List<String> PERIODS = List.of("low", "normal", "high");
    private static final List<String> LIMITS = List.of("0", "50", "150", "none");
    private static final String HEAD =
            "package tariff.speed;\n"
                    + "import org.openprepay.tariff.facts.Bill;\n"
                    + "import org.openprepay.tariff.facts.Usage;\n";
    private static final String TEMPLATE =
            HEAD
                    + "rule \"@{row}\"\nwhen\n"
                    + "  $usage : Usage( reaches(\"@{period}\", \"@{from}\") )\n"
                    + "  $bill : Bill()\nthen\n"
                    + "  $bill.charge(\"@{row}\", $usage.in(\"@{period}\", \"@{from}\", \"@{to}\"),"
                    + " \"@{price}\");\nend\n";
    private static final String TAX =
            HEAD
                    + "rule \"VAT 5 %\"\nwhen\n  Usage( total > 0 )\n  $bill : Bill()\nthen\n"
                    + "  $bill.percent(\"VAT 5 %\", \"5\");\nend\n";

    static PricingSpeed measure() {
        try (CompiledRules rules = compile()) {
            return new PricingSpeed(
                    best(usage -> rules.fire(List.of(usage, new Bill()))),
                    best(PricingSpeed::plain));
        }
    }

    private static CompiledRules compile() {
        StringBuilder rows = new StringBuilder("charge,title,period,from,to,price\n");
        for (String period : PERIODS) {
            for (int tier = 0; tier < PERIODS.size(); tier++) {
                rows.append(period + tier + ",Energy," + period + "," + LIMITS.get(tier) + ",");
                rows.append(LIMITS.get(tier + 1) + ",0.1" + tier + "\n");
            }
        }
        PackFiles pack =
                PackFiles.of(
                        "speed",
                        Map.of(
                                "prices.table.csv",
                                rows.toString(),
                                "prices.table.drl",
                                TEMPLATE,
                                "tax.drl",
                                TAX));
        Compilation compilation = DroolsRuleEngine.plain().compile(pack);
        if (compilation instanceof Compilation.Compiled compiled) {
            return compiled.rules();
        }
        throw new IllegalStateException(compilation.toString());
    }

    private static double best(Consumer<Usage> pricing) {
        run(pricing, WARM_UP);
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            run(pricing, MEASURED);
            long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
            best = Math.max(best, MEASURED * 1e9 / spent);
        }
        return best;
    }

    private static void run(Consumer<Usage> pricing, int times) {
        Usage[] cases = {usage("20"), usage("80"), usage("200")};
        for (int i = 0; i < times; i++) {
            pricing.accept(cases[i % cases.length]);
        }
    }

    /** All use in the normal period, filling one tier after the other. */
    private static Usage usage(String total) {
        BigDecimal left = new BigDecimal(total);
        Map<String, BigDecimal> byBand = new HashMap<>();
        BigDecimal[] widths = {new BigDecimal("50"), new BigDecimal("100"), left};
        for (int tier = 0; tier < widths.length && left.signum() > 0; tier++) {
            BigDecimal part = left.min(widths[tier]);
            byBand.put("normal|" + tier, part);
            left = left.subtract(part);
        }
        List<BigDecimal> limits = List.of(new BigDecimal("50"), new BigDecimal("150"));
        return new Usage(new BigDecimal(total), byBand, limits, 1, BigDecimal.ZERO);
    }

    private static void plain(Usage usage) {
        Bill bill = new Bill();
        for (String period : PERIODS) {
            for (int tier = 0; tier < PERIODS.size(); tier++) {
                String from = LIMITS.get(tier);
                if (usage.reaches(period, from)) {
                    BigDecimal quantity = usage.in(period, from, LIMITS.get(tier + 1));
                    bill.charge(period, quantity, "0.1" + tier);
                }
            }
        }
        if (usage.getTotal().signum() > 0) {
            bill.percent("VAT 5 %", "5");
        }
    }
}
