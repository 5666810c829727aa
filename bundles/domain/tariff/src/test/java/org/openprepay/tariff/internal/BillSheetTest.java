package org.openprepay.tariff.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.rulebook.CompiledRules.RuleFailure;
import org.openprepay.tariff.BillLine;
import org.openprepay.tariff.facts.Bill;

class BillSheetTest {
    private final TariffPack pack = PackReader.published(Packs.load("domestic"));
    private final Bill bill = new Bill();

    private String lines(String... fired) {
        List<BillLine> lines = new BillSheet(pack, bill.charges(), List.of(fired)).lines();
        return String.join(
                " ",
                lines.stream()
                        .map(line -> line.key() + "=" + line.amount().toPlainString())
                        .toList());
    }

    @Test
    @Tag("TAR-06")
    void percentagesAndMinimumsDoNotDependOnTheOrderOfRules() {
        bill.percent("VAT", "10");
        bill.percent("levy on energy", "1", "prices");
        bill.percent("tax on tax", "50", "VAT");
        bill.minimum("minimum", "30", "prices", "fee");
        bill.amount("fee", "5");
        bill.charge("prices.table.csv:3", BigDecimal.TEN, "1");
        bill.charge("prices.table.csv:2", BigDecimal.TEN, "0.5");
        assertEquals(
                "prices:first=5 prices:second=10 VAT=2 fee=5 levy on energy=0.15 minimum=10 tax on"
                        + " tax=1",
                lines(
                        "VAT",
                        "levy on energy",
                        "tax on tax",
                        "minimum",
                        "fee",
                        "prices.table.csv:3",
                        "prices.table.csv:2"));
    }

    @Test
    void aRuleThatMisbehavesIsNamed() {
        bill.amount("fee", "-1");
        assertEquals(
                "tariff domestic rule \"fee\": prices and charges are never negative: -1",
                refusal("fee"));
        assertEquals(
                "tariff domestic rule \"fee\": a charge must name the rule that adds it",
                refusal("other"));
        bill.amount("fee", "2");
        assertEquals("tariff domestic rule \"fee\": it is added twice", refusal("fee"));
    }

    @Test
    void aPercentageOfItselfIsRefused() {
        bill.percent("a", "1", "b");
        bill.percent("b", "1", "a");
        assertEquals(
                "tariff domestic rule \"a\": it is worked out from itself",
                refusal("a", "b").replace("\"b\"", "\"a\""));
    }

    private String refusal(String... fired) {
        return assertThrows(RuleFailure.class, () -> lines(fired)).getMessage();
    }
}
