package org.openprepay.tariff.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openprepay.rulebook.Compilation;
import org.openprepay.rulebook.PackFiles;
import org.openprepay.rulebook.RuleProblem;

@Tag("TAR-09")
class TariffPackKindTest {
    private final AtomicInteger compiled = new AtomicInteger();
    private final TariffPackKind kind =
            new TariffPackKind(
                    pack -> {
                        compiled.incrementAndGet();
                        return new Compilation.Compiled(new PlainRules(pack));
                    });

    private List<String> prove(PackFiles pack) {
        return kind.prove(pack, new PlainRules(pack)).stream().map(RuleProblem::toString).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flat", "domestic", "time-of-use"})
    void theShippedPacksAreProven(String name) {
        assertEquals(List.of(), prove(Packs.load(name)));
    }

    @Test
    @Tag("TAR-02")
    void anEditedPriceBreaksNoExampleAndIsProvenWithoutCompilingTheFrozenTablesAgain() {
        PackFiles pack = Packs.load("domestic");
        PackFiles once = Packs.edited(pack, "prices.table.csv", "0.14228", "0.15");
        PackFiles twice = Packs.edited(pack, "prices.table.csv", "0.14228", "0.16");
        assertEquals(List.of(), prove(once));
        assertEquals(List.of(), prove(twice));
        assertEquals(1, compiled.get());
    }

    @Test
    void anExampleMarkedLiveGatesAnEditedPrice() {
        PackFiles pack =
                Packs.edited(
                        Packs.load("flat"),
                        "examples/month.example.csv",
                        "zone,",
                        "live,,yes\nzone,");
        assertEquals(List.of(), prove(pack));
        assertEquals(
                List.of(
                        "examples/month.example.csv:7: the line prices:energy is 15, the example"
                                + " expects 14.228",
                        "examples/month.example.csv:8: the total is 15, the example expects"
                                + " 14.228"),
                prove(Packs.edited(pack, "prices.table.csv", "0.14228", "0.15")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "domestic | prices.table.csv | 0.14228 | -0.1"
                        + " | prices.table.csv:3: price -0.1 is negative",
                "domestic | prices.table.csv | 0.14228 | 0;1"
                        + " | prices.table.csv:3: price \"0;1\" is not a number",
                "domestic | prices.table.csv | any,50 | any,60"
                        + " | prices.table.csv:3: the band from 60 leaves a gap after 50",
                "domestic | prices.table.csv | any,50 | any,40"
                        + " | prices.table.csv:3: the band from 40 overlaps the band up to 50",
                "domestic | prices.table.csv | 150,,0 | 150,200,0"
                        + " | prices.table.csv:4: the last band, and no other, has an empty limit"
                        + " \"to\"",
                "domestic | pack.properties | GBP | PND"
                        + " | pack.properties:3: currency must be an ISO 4217 code, not \"PND\"",
                "domestic | pack.properties | carry=carry | cary=carry"
                        + " | pack.properties:10: unknown key cary; known are carry, commodity,"
                        + " currency, holidays, holidays.as, kind, period, rounding.line, tiers,"
                        + " title and title.<charge>",
                "time-of-use | prices.table.csv | low,0 | night,0"
                        + " | prices.table.csv:4: the period \"night\" is not in calendar.csv",
                "time-of-use | calendar.csv | Mon-Fri | Mon-Fro"
                        + " | calendar.csv:3: \"Fro\" is no day or month; write Mon, Tue … or Jan,"
                        + " Feb …",
                "time-of-use | calendar.csv | normal,,,, | normal,,,07:00,23:00"
                        + " | calendar.csv: the last row must name the period of all remaining"
                        + " hours",
            })
    void whatIsWrongIsToldWithItsPlace(
            String name, String file, String from, String to, String problem) {
        assertEquals(problem, prove(Packs.edited(Packs.load(name), file, from, to)).get(0));
    }

    @Test
    void usageThatNoRulePricesIsRefused() {
        PackFiles pack = Packs.load("flat");
        List<RuleProblem> problems = kind.prove(pack, new PlainRules(PackFiles.of("x", Map.of())));
        assertEquals("flat: no rule of tariff flat priced 0.1", problems.get(0).toString());
    }

    @Test
    void aPackWithoutExamplesIsRefused() {
        PackFiles pack = Packs.load("flat");
        var files = new TreeMap<>(pack.files());
        files.remove("examples/month.example.csv");
        assertEquals(
                "examples/: a tariff needs at least one example, such as month.example.csv",
                prove(new PackFiles("flat", files)).get(0));
    }
}
