package org.openprepay.rules.drools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.rulebook.RuleProblem;
import org.openprepay.rules.drools.facts.Bill;
import org.openprepay.rules.drools.facts.Usage;

@Tag("TAR-02")
class RulesTableTest {
    private static final String TEMPLATE =
            Packs.HEAD
                    + "\n"
                    + Packs.rule(
                            "@{row}",
                            "$u : Usage( period == \"@{period}\", tier >= @{from|0} )\n  $b : Bill()",
                            "$b.charge(\"@{row}\", $u.times(\"@{price}\"));");
    private static final String HEADER = "charge,title,period,from,price\n";

    private static Map<String, String> pack(String rows) {
        return Map.of("prices.table.csv", HEADER + rows, "prices.table.drl", TEMPLATE);
    }

    private static String problem(Map<String, String> files) {
        List<RuleProblem> problems = Packs.problems(files);
        assertEquals(1, problems.size(), problems.toString());
        return problems.get(0).toString();
    }

    @Test
    void eachRowBecomesARuleWithTheRowsKeyAsItsName() {
        var rules = Packs.rules(pack("a,\"First, cheap\",low,1,0.10\n# note\nb,Second,high,,2\n"));
        Bill bill = new Bill();
        Usage use = new Usage("low", 1, BigDecimal.TEN);
        assertEquals(List.of("prices.table.csv:2"), rules.fire(List.of(bill, use)));
        assertEquals(new BigDecimal("1.00"), bill.lines().get("prices.table.csv:2"));
        Usage high = new Usage("high", 0, BigDecimal.TEN);
        assertEquals(List.of("prices.table.csv:4"), rules.fire(List.of(new Bill(), high)));
    }

    @Test
    void aValueThatIsNoNumberOrIdentifierIsRefusedAtItsRow() {
        assertEquals(
                "prices.table.csv:3: price must be a number, date, time or identifier to be put"
                        + " into rules, not \"1\"); System.exit(0);\"",
                problem(pack("a,A,low,1,1\nb,B,low,1,\"1\"\"); System.exit(0);\"\n")));
    }

    @Test
    void anEmptyCellNeedsAValueInTheTemplate() {
        assertTrue(problem(pack("a,A,low,1,\n")).startsWith("prices.table.csv:2: price is empty"));
    }

    @Test
    void aRowWithTooFewCellsIsRefusedAtItsLine() {
        assertTrue(
                problem(pack("a,A,low\n"))
                        .startsWith("prices.table.csv:2: has 3 cells, but the first line names 5"));
    }

    @Test
    void aRowThatDoesNotCompileIsToldAtItsRow() {
        String told = problem(pack("a,A,low,1,1\nb,B,low,abc,1\n"));
        assertTrue(told.startsWith("prices.table.csv:3 rule \"prices.table.csv:3\":"), told);
        assertTrue(told.contains("(from prices.table.drl:4)"), told);
    }

    @Test
    void aMistakeInTheTemplateIsToldOnceAtTheTemplate() {
        String template = TEMPLATE.replace("$u.times", "$u.tims");
        String told =
                problem(
                        Map.of(
                                "prices.table.csv",
                                HEADER + "a,A,low,1,1\n".repeat(20),
                                "prices.table.drl",
                                template));
        assertTrue(told.startsWith("prices.table.drl:4: "), told);
    }

    @Test
    void theGuardsLookAtTemplatesToo() {
        String template = TEMPLATE.replace("$b.charge(", "while (true) $b.charge(");
        Map<String, String> files =
                Map.of(
                        "prices.table.csv",
                        HEADER + "a,A,low,1,1\nb,B,low,1,1\n",
                        "prices.table.drl",
                        template);
        String told = problem(files);
        assertTrue(told.startsWith("prices.table.drl:8: loops are not allowed"), told);
    }

    @Test
    void tableAndTemplateBelongTogether() {
        assertTrue(problem(Map.of("a.table.csv", HEADER)).contains("a.table.drl is missing"));
        assertTrue(problem(Map.of("a.table.drl", TEMPLATE)).contains("a.table.csv is missing"));
        assertTrue(problem(pack("")).contains("has no rows"));
        String odd = TEMPLATE.replace("@{price}", "@{prize}");
        Map<String, String> files =
                Map.of("a.table.csv", HEADER + "a,A,low,1,1", "a.table.drl", odd);
        assertTrue(problem(files).contains("@{prize} is not a column of a.table.csv"));
    }

    @Test
    void aHugeTableIsRefused() {
        String rows = "a,A,low,1,1\n".repeat(RulesTable.MAX_ROWS + 1);
        assertTrue(problem(pack(rows)).contains("split it in two tables"));
    }
}
