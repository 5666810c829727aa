package org.openprepay.world.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.prepayment.internal.PolicyKind;
import org.openprepay.rulebook.Compilation;
import org.openprepay.rulebook.Compilation.Compiled;
import org.openprepay.rulebook.CompiledRules;
import org.openprepay.rulebook.PackFiles;
import org.openprepay.rulebook.RuleProblem;
import org.openprepay.rulebook.RulesFolder;
import org.openprepay.rules.drools.DroolsRuleEngine;

/** The policy that ships, compiled and proved as the server does before publishing. */
class DefaultPolicyTest {
    private static final Path RULES = Path.of("../../../rules");
    private static final String LEVEL = "examples/low-credit-is-told.properties";

    @Test
    @Tag("CTRL-07")
    void theShippedPolicyPassesItsExamples() {
        PackFiles pack = shipped();
        assertEquals(List.of(), prove(pack));
        assertEquals(3, pack.files().keySet().stream().filter(f -> f.endsWith(".drl")).count());
    }

    @Test
    void anExampleThatComesOutOtherwiseIsAProblemOfThatExample() {
        Map<String, String> files = new HashMap<>(shipped().files());
        files.put(LEVEL, "balance=4.50\nexpect.supply=cut\n");
        List<RuleProblem> problems = prove(PackFiles.of("supply-default", files));
        assertEquals(List.of(LEVEL), problems.stream().map(RuleProblem::file).toList());
    }

    @Test
    void aNumberThatIsNoneIsAProblemOfItsLine() {
        Map<String, String> files = new HashMap<>(shipped().files());
        files.put("pack.properties", "title=x\ngrace.hours=soon\n");
        RuleProblem problem = prove(PackFiles.of("supply-default", files)).get(0);
        assertEquals("pack.properties:2: grace.hours cannot be \"soon\"", problem.toString());
    }

    private static List<RuleProblem> prove(PackFiles pack) {
        Compilation compilation = DroolsRuleEngine.plain().compile(pack);
        Compiled compiled =
                assertInstanceOf(Compiled.class, compilation, () -> compilation.toString());
        try (CompiledRules rules = compiled.rules()) {
            return new PolicyKind().prove(pack, rules);
        }
    }

    private static PackFiles shipped() {
        var folder = new RulesFolder(RULES);
        folder.changed();
        return folder.changed().stream()
                .filter(pack -> pack.name().equals("supply-default"))
                .findFirst()
                .orElseThrow();
    }
}
