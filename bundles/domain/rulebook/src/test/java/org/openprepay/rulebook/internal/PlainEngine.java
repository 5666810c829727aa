package org.openprepay.rulebook.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openprepay.rulebook.Compilation;
import org.openprepay.rulebook.CompiledRules;
import org.openprepay.rulebook.PackFiles;
import org.openprepay.rulebook.RuleEngine;
import org.openprepay.rulebook.RuleProblem;

/** Compiles every pack whose rules do not contain the word {@code broken}. */
final class PlainEngine implements RuleEngine {
    final List<Rules> compiled = new ArrayList<>();

    static final class Rules implements CompiledRules {
        boolean closed;

        @Override
        public List<String> fire(Collection<?> facts) {
            return List.of("rule");
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Override
    public Compilation compile(PackFiles pack) {
        if (pack.files().getOrDefault("rules.drl", "").contains("broken")) {
            return new Compilation.Rejected(
                    List.of(new RuleProblem("rules.drl", 7, "Energy", "does not compile")));
        }
        compiled.add(new Rules());
        return new Compilation.Compiled(compiled.get(compiled.size() - 1));
    }
}
