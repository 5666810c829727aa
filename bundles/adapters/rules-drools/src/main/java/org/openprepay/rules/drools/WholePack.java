package org.openprepay.rules.drools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.drl.ast.descr.RuleDescr;
import org.openprepay.rulebook.RuleProblem;

/** What is checked across files: how many rules, and unique names, because bills show them. */
final class WholePack {
    private WholePack() {}

    static List<RuleProblem> check(List<Parsed> files) {
        if (files.stream().mapToInt(file -> file.tree().getRules().size()).sum()
                > PackageGuard.MAX_RULES) {
            String message = "the pack has over " + PackageGuard.MAX_RULES + " rules; split it";
            return List.of(new RuleProblem(files.get(0).text().path(), 0, "", message));
        }
        return names(files);
    }

    private static List<RuleProblem> names(List<Parsed> files) {
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
