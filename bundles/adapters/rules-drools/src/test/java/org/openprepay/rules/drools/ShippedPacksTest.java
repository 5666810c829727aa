package org.openprepay.rules.drools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.rulebook.Compilation;
import org.openprepay.rulebook.CompiledRules;
import org.openprepay.rulebook.PackFiles;
import org.openprepay.rulebook.RulesFolder;
import org.openprepay.tariff.facts.Bill;
import org.openprepay.tariff.facts.Charge;
import org.openprepay.tariff.facts.Usage;

/** The packs that ship, compiled as the server does. */
@Tag("TAR-02")
class ShippedPacksTest {
    private static final Path RULES = Path.of("../../../rules");

    private static List<PackFiles> packs() {
        RulesFolder folder = new RulesFolder(RULES);
        folder.changed();
        return folder.changed();
    }

    @Test
    void everyShippedPackPassesTheGuardsAndCompiles() {
        DroolsRuleEngine engine = DroolsRuleEngine.plain();
        for (PackFiles pack : packs()) {
            assertInstanceOf(
                    Compilation.Compiled.class,
                    engine.compile(pack),
                    () -> pack.name() + " " + engine.compile(pack));
        }
    }

    @Test
    void theDomesticTiersChargeByTheRow() {
        PackFiles domestic =
                packs().stream().filter(pack -> pack.name().equals("domestic")).findFirst().get();
        var compiled = (Compilation.Compiled) DroolsRuleEngine.plain().compile(domestic);
        try (CompiledRules rules = compiled.rules()) {
            Bill bill = new Bill();
            Usage usage =
                    new Usage(
                            new BigDecimal("60"),
                            Map.of(),
                            List.of(new BigDecimal("50"), new BigDecimal("150")),
                            1,
                            BigDecimal.ZERO);
            List<String> fired = rules.fire(List.of(usage, bill));
            assertEquals(bill.charges().stream().map(Charge::rule).toList(), fired);
            var second =
                    bill.charges().stream()
                            .filter(charge -> charge.rule().equals("prices.table.csv:3"))
                            .findFirst();
            assertEquals(new BigDecimal("10"), ((Charge.Counted) second.orElseThrow()).quantity());
        }
    }
}
