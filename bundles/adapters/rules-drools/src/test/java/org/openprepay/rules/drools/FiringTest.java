package org.openprepay.rules.drools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.rulebook.CompiledRules;
import org.openprepay.rules.drools.facts.Bill;
import org.openprepay.rules.drools.facts.Usage;

@Tag("TAR-01")
class FiringTest {
    private static final String TIERS =
            Packs.rule(
                            "First tier",
                            "$u : Usage( tier == 1, amount > 0 )\n  $b : Bill()",
                            "$b.charge(\"first\", $u.times(\"0.10\"));")
                    + Packs.rule(
                            "Second tier",
                            "$u : Usage( tier == 2, amount > 0 )\n  $b : Bill()",
                            "$b.charge(\"second\", $u.amount().multiply(new"
                                    + " java.math.BigDecimal(\"0.20\")));");

    private static Usage usage(int tier, String amount) {
        return new Usage("all", tier, new BigDecimal(amount));
    }

    @Test
    void rulesThatMatchFireInTheOrderOfTheFileAndTheirNamesAreAnswered() {
        CompiledRules rules = Packs.rules(TIERS);
        Bill bill = new Bill();
        assertEquals(
                List.of("First tier", "Second tier"),
                rules.fire(List.of(bill, usage(2, "3"), usage(1, "5"))));
        assertEquals(new BigDecimal("1.10"), bill.total());
    }

    @Test
    void aCaseLeavesNothingBehindForTheNext() {
        CompiledRules rules = Packs.rules(TIERS);
        rules.fire(List.of(new Bill(), usage(1, "5")));
        Bill bill = new Bill();
        assertEquals(List.of("Second tier"), rules.fire(List.of(usage(2, "1"), bill)));
        assertEquals(Map.of("second", new BigDecimal("0.20")), bill.lines());
        assertEquals(List.of(), rules.fire(List.of(new Bill())));
    }

    @Test
    void equalFactsOfOneCaseEachCount() {
        Bill bill = new Bill();
        Packs.rules(TIERS).fire(List.of(bill, usage(1, "5"), usage(1, "5")));
        assertEquals(new BigDecimal("1.00"), bill.total());
    }

    @Test
    void aRuleThatThrowsIsNamedAndTheNextCaseIsClean() {
        CompiledRules rules =
                Packs.rules(TIERS + Packs.rule("Bad", "Usage( tier == 9 )", "Usage.explode();"));
        List<Object> poison = List.of(new Bill(), usage(1, "5"), usage(9, "1"));
        var failure = assertThrows(CompiledRules.RuleFailure.class, () -> rules.fire(poison));
        assertTrue(failure.getMessage().contains("rule \"Bad\": boom"), failure.getMessage());
        Bill bill = new Bill();
        assertEquals(List.of("First tier"), rules.fire(List.of(bill, usage(1, "1"))));
        assertEquals(new BigDecimal("0.10"), bill.total());
    }

    @Test
    void moreFiringsThanTheLimitAreALoop() {
        CompiledRules rules = Packs.rules(TIERS);
        List<Object> facts = new ArrayList<>(List.of(new Bill()));
        IntStream.rangeClosed(0, CompiledRules.MAX_FIRED).forEach(i -> facts.add(usage(1, "1")));
        assertThrows(CompiledRules.RuleFailure.class, () -> rules.fire(facts));
    }

    @Test
    void eightThreadsFireAtOnce() {
        CompiledRules rules = Packs.rules(TIERS);
        List<CompletableFuture<BigDecimal>> sums =
                IntStream.range(0, 8)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> sum(rules, i)))
                        .toList();
        for (int i = 0; i < sums.size(); i++) {
            assertEquals(new BigDecimal(i * 1000).movePointLeft(1), sums.get(i).join().setScale(1));
        }
    }

    private static BigDecimal sum(CompiledRules rules, int amount) {
        Bill bill = new Bill();
        for (int i = 0; i < 1000; i++) {
            rules.fire(List.of(bill, usage(1, "" + amount)));
        }
        return bill.total();
    }

    @Test
    void aCallThatComesAfterClosingStillEndsWell() {
        CompiledRules rules = Packs.rules(TIERS);
        rules.fire(List.of(new Bill()));
        rules.close();
        assertEquals(List.of("First tier"), rules.fire(List.of(new Bill(), usage(1, "1"))));
    }

    @Test
    void sumsOverFactsAreAllowed() {
        CompiledRules rules =
                Packs.rules(
                        Packs.rule(
                                "All use",
                                "accumulate( Usage( $a : amount ); $sum : sum( $a ) )\n"
                                        + "  $b : Bill()",
                                "$b.charge(\"all\", $sum);"));
        Bill bill = new Bill();
        rules.fire(List.of(bill, usage(1, "1.5"), usage(2, "2")));
        assertEquals(new BigDecimal("3.5"), bill.total());
    }
}
