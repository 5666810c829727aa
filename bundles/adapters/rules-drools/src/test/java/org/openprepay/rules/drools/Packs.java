package org.openprepay.rules.drools;

import java.util.List;
import java.util.Map;
import org.openprepay.rulebook.Compilation;
import org.openprepay.rulebook.CompiledRules;
import org.openprepay.rulebook.PackFiles;
import org.openprepay.rulebook.RuleProblem;

/** Packs for tests, over the facts of this test tree. */
final class Packs {
    static final String HEAD =
            "package tariff.test;\nimport org.openprepay.rules.drools.facts.*;\n";

    static final DroolsRuleEngine ENGINE =
            new DroolsRuleEngine(List.of("org.openprepay.rules.drools.facts."));

    private Packs() {}

    static Compilation compile(Map<String, String> files) {
        return ENGINE.compile(PackFiles.of("test", files));
    }

    static CompiledRules rules(Map<String, String> files) {
        if (compile(files) instanceof Compilation.Compiled compiled) {
            return compiled.rules();
        }
        throw new AssertionError(problems(files));
    }

    static CompiledRules rules(String rules) {
        return rules(Map.of("rules.drl", HEAD + rules));
    }

    static List<RuleProblem> problems(Map<String, String> files) {
        return compile(files) instanceof Compilation.Rejected rejected
                ? rejected.problems()
                : List.of();
    }

    static String rule(String name, String when, String then) {
        return "rule \"" + name + "\" when\n  " + when + "\nthen\n  " + then + "\nend\n";
    }
}
