package org.openprepay.rules.drools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.drl.ast.descr.RuleDescr;
import org.openprepay.rulebook.RuleProblem;

/** Names of rules are unique in the whole pack, because bills show them. */
final class SameNames {
    private SameNames() {}

    static List<RuleProblem> check(List<Parsed> files) {
        Map<String, String> fileByName = new HashMap<>();
        List<RuleProblem> problems = new ArrayList<>();
        for (Parsed file : files) {
            for (RuleDescr rule : file.tree().getRules()) {
                String path = file.text().path();
                String other = fileByName.putIfAbsent(rule.getName(), path);
                if (other != null && !other.equals(path)) {
                    Place place = file.text().origin(rule.getLine());
                    String message = "the same name is in " + other + "; choose another";
                    problems.add(
                            new RuleProblem(place.file(), place.line(), rule.getName(), message));
                }
            }
        }
        return problems;
    }
}
