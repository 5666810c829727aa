package org.openprepay.rules.drools;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.openprepay.rules.drools.RuleText.Finding;

/** Checks a file's tree against the list of what analysts' rules may contain. */
final class PackageGuard {
    /** Compiling so many takes seconds; a thousand would take most of a minute. */
    static final int MAX_RULES = 300;

    static final int MAX_NAME = 120;
    private static final String PACKAGE = "(tariff|policy)(\\.[a-z][a-z0-9_]*){1,3}";

    private final AllowedTypes types;
    private final List<String> lines;
    private final List<Finding> found = new ArrayList<>();

    private PackageGuard(AllowedTypes types, List<String> lines) {
        this.types = types;
        this.lines = lines;
    }

    static List<Finding> check(Parsed file, AllowedTypes types) {
        PackageGuard guard = new PackageGuard(types, file.text().drl().lines().toList());
        guard.header(file.tree());
        guard.rules(file.tree().getRules());
        return guard.found;
    }

    private void header(PackageDescr tree) {
        if (!tree.getName().matches(PACKAGE)) {
            add(
                    Math.max(tree.getLine(), 1),
                    "the package must be tariff.<name> or policy.<name>, not \""
                            + tree.getName()
                            + "\"");
        }
        for (ImportDescr wanted : tree.getImports()) {
            if (!types.mayImport(wanted.getTarget())) {
                add(
                        wanted.getLine(),
                        "import of "
                                + wanted.getTarget()
                                + " is not allowed; rules see "
                                + types.titles());
            }
        }
        none(tree.getFunctionImports(), "static imports are not allowed; call methods of facts");
        none(tree.getAccumulateImports(), "own accumulate functions are not allowed");
        none(tree.getFunctions(), "functions are not allowed; ask for a method of the fact");
        none(tree.getGlobals(), "globals are not allowed; use a fact");
        none(tree.getClassAndEnumDeclarationDescrs(), "declare is not allowed; use the facts");
        none(tree.getEntryPointDeclarations(), "entry points are not allowed; use the facts");
        none(tree.getWindowDeclarations(), "windows are not allowed; use the facts");
        tree.getAttributes().forEach(attribute -> attribute("", attribute));
        if (tree.getUnit() != null) {
            add(tree.getUnit().getLine(), "rule units are not allowed; write plain rules");
        }
    }

    private void none(Collection<? extends BaseDescr> items, String message) {
        items.forEach(item -> add(item.getLine(), message));
    }

    private void rules(List<RuleDescr> rules) {
        if (rules.size() > MAX_RULES) {
            add(1, "has more than " + MAX_RULES + " rules; split it into packs");
            return;
        }
        Set<String> names = new HashSet<>();
        for (RuleDescr rule : rules) {
            name(rule, names.add(rule.getName()));
            shape(rule);
            found.addAll(ConditionGuard.check(rule));
            found.addAll(ConsequenceGuard.check(rule, lines));
        }
    }

    private void name(RuleDescr rule, boolean isNew) {
        String name = rule.getName();
        if (!isNew) {
            add(rule, "another rule has the same name; choose a name that says the difference");
        }
        if (name.length() > MAX_NAME || name.matches(".*[\"\\\\\\p{Cntrl}].*")) {
            add(rule, "a name has at most " + MAX_NAME + " characters, no quotes or backslashes");
        }
    }

    private void shape(RuleDescr rule) {
        if (rule.isQuery()) {
            add(rule, "queries are not allowed; write the conditions in the rule");
        }
        if (rule.getParentName() != null) {
            add(rule, "\"extends\" is not allowed; repeat the conditions");
        }
        if (!rule.getNamedConsequences().isEmpty()) {
            add(rule, "named consequences are not allowed; write a rule for each");
        }
        if (!rule.getAnnotations().isEmpty()) {
            add(rule, "annotations are not allowed; delete them");
        }
        rule.getAttributes().values().forEach(each -> attribute(rule.getName(), each));
    }

    private void attribute(String rule, AttributeDescr attribute) {
        String name = attribute.getName();
        if (name.equals("dialect") && "java".equals(attribute.getValue())) {
            return;
        }
        String instead =
                switch (name) {
                    case "dialect" -> "only dialect \"java\" is allowed; delete the line";
                    case "salience" -> "salience is not allowed; say it in the conditions";
                    case "timer", "duration", "calendars" ->
                            name + " is not allowed; time comes only through facts";
                    case "date-effective", "date-expires" ->
                            name + " is not allowed; publish the pack with its effective date";
                    default -> "the attribute " + name + " is not allowed; delete it";
                };
        found.add(new Finding(attribute.getLine(), rule, instead));
    }

    private void add(RuleDescr rule, String message) {
        found.add(new Finding(rule.getLine(), rule.getName(), message));
    }

    private void add(int line, String message) {
        found.add(new Finding(line, "", message));
    }
}
