package org.openprepay.rules.drools;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.BindingDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.EvalDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.openprepay.rules.drools.RuleText.Finding;

/** Checks the conditions of a rule: patterns over facts joined by and, or, not, exists. */
final class ConditionGuard {
    static final int MAX_PATTERNS = 8;
    private static final Set<String> SUMS = Set.of("sum", "min", "max", "count");
    private static final Pattern TEXTS =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'");
    private static final Pattern CODE =
            Pattern.compile(
                    "\\b(eval|matches|soundslike|new|class|getClass|forName|drools|kcontext)\\b"
                            + "|->|::");

    private final RuleDescr rule;
    private final List<Finding> found = new ArrayList<>();
    private int patterns;

    private ConditionGuard(RuleDescr rule) {
        this.rule = rule;
    }

    static List<Finding> check(RuleDescr rule) {
        ConditionGuard guard = new ConditionGuard(rule);
        guard.element(rule.getLhs());
        if (guard.patterns > MAX_PATTERNS) {
            guard.add(rule, "has more than " + MAX_PATTERNS + " patterns; split it in two");
        }
        return guard.found;
    }

    private void element(BaseDescr element) {
        if (element instanceof PatternDescr pattern) {
            pattern(pattern);
        } else if (element instanceof AccumulateDescr accumulate) {
            accumulate(accumulate);
        } else if (element instanceof EvalDescr) {
            add(element, "eval is not allowed; write the test inside a pattern");
        } else if (isJoin(element)) {
            ((ConditionalElementDescr) element)
                    .getDescrs()
                    .forEach(each -> element((BaseDescr) each));
        } else {
            String what = element.getClass().getSimpleName().replace("Descr", "").toLowerCase();
            add(element, what + " is not allowed; use patterns with and, or, not, exists");
        }
    }

    private static boolean isJoin(BaseDescr element) {
        return element instanceof AndDescr
                || element instanceof OrDescr
                || element instanceof NotDescr
                || element instanceof ExistsDescr;
    }

    private void pattern(PatternDescr pattern) {
        patterns++;
        if (pattern.getSource() instanceof AccumulateDescr accumulate) {
            accumulate(accumulate);
        } else if (pattern.getSource() != null) {
            add(pattern, "from, collect and entry-point are not allowed; use a fact for it");
        }
        if (pattern.getBehaviors() != null && !pattern.getBehaviors().isEmpty()) {
            add(pattern, "windows are not allowed; Java adds up over time");
        }
        if (!pattern.getAnnotations().isEmpty()) {
            add(pattern, "annotations are not allowed; delete them");
        }
        pattern.getConstraint().getDescrs().forEach(each -> constraint((BaseDescr) each));
    }

    private void constraint(BaseDescr constraint) {
        if (constraint instanceof ExprConstraintDescr test) {
            expression(test, test.getExpression());
        } else if (constraint instanceof BindingDescr binding) {
            expression(binding, binding.getExpression());
        } else {
            add(constraint, "this kind of test is not allowed; compare a property with a value");
        }
    }

    private void expression(BaseDescr where, String expression) {
        Matcher code = CODE.matcher(TEXTS.matcher(expression).replaceAll("\"\""));
        if (code.find()) {
            add(
                    where,
                    code.group() + " is not allowed in a condition; compare properties of facts");
        }
    }

    private void accumulate(AccumulateDescr accumulate) {
        boolean plain =
                accumulate.getInitCode() == null
                        && accumulate.getActionCode() == null
                        && accumulate.getFunctions().stream()
                                .allMatch(each -> SUMS.contains(each.getFunction()));
        if (!plain) {
            add(accumulate, "accumulate may only use sum, min, max or count; Java does the rest");
        }
        accumulate.getFunctions().stream()
                .flatMap(each -> Arrays.stream(each.getParams()))
                .forEach(parameter -> expression(accumulate, parameter));
        element(accumulate.getInput());
    }

    private void add(BaseDescr where, String message) {
        int line = where.getLine() > 0 ? where.getLine() : rule.getLine();
        found.add(new Finding(line, rule.getName(), message));
    }
}
