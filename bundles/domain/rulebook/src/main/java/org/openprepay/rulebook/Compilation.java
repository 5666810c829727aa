package org.openprepay.rulebook;

import java.util.List;

/** What the rules engine made of a pack. */
public sealed interface Compilation {
    /** Ready to fire. */
    record Compiled(CompiledRules rules) implements Compilation {}

    /** Not usable; nothing changed. */
    record Rejected(List<RuleProblem> problems) implements Compilation {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
