package org.openprepay.tariff.internal;

import java.util.ArrayList;
import java.util.List;
import org.openprepay.rulebook.RuleProblem;

/** What was found wrong with a pack while it was read. */
final class Problems {
    private final List<RuleProblem> found = new ArrayList<>();

    void add(String file, int line, String message) {
        found.add(new RuleProblem(file, line, "", message));
    }

    void add(String file, int line, String rule, String message) {
        found.add(new RuleProblem(file, line, rule, message));
    }

    boolean none() {
        return found.isEmpty();
    }

    List<RuleProblem> all() {
        return List.copyOf(found);
    }
}
