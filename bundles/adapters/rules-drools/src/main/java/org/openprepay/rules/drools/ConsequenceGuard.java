package org.openprepay.rules.drools;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.mvel.parser.MvelParser;
import org.openprepay.rules.drools.RuleText.Finding;

/** Checks the actions of a rule: calls of facts' methods, with an {@code if} around at most. */
final class ConsequenceGuard {
    private static final Set<Class<? extends Statement>> STATEMENTS =
            Set.of(BlockStmt.class, ExpressionStmt.class, IfStmt.class, EmptyStmt.class);
    private static final Set<String> ENGINE = Set.of("drools", "kcontext");
    private static final Set<String> REFLECTION =
            Set.of("getClass", "forName", "wait", "notify", "notifyAll");

    private final RuleDescr rule;
    private final int firstLine;
    private final List<Finding> found = new ArrayList<>();

    private ConsequenceGuard(RuleDescr rule, int firstLine) {
        this.rule = rule;
        this.firstLine = firstLine;
    }

    static List<Finding> check(RuleDescr rule, List<String> lines) {
        int then = rule.getConsequenceLine();
        // The parser cuts the line break after "then" off.
        boolean below =
                then > 0
                        && then <= lines.size()
                        && lines.get(then - 1).stripTrailing().endsWith("then");
        ConsequenceGuard guard = new ConsequenceGuard(rule, below ? then + 1 : then);
        if (!rule.isQuery()) {
            guard.actions(String.valueOf(rule.getConsequence()));
        }
        return guard.found;
    }

    private void actions(String code) {
        try {
            // The brace stays on the first line, so that its lines keep their count.
            MvelParser.parseBlock("{" + code + "\n}").walk(this::node);
        } catch (RuntimeException | StackOverflowError e) {
            add(0, "the actions cannot be read as Java; call methods of facts, each ended by ;");
        }
    }

    private void node(Node node) {
        int line = node.getBegin().map(at -> at.line - 1).orElse(0);
        if (node instanceof Statement statement && !STATEMENTS.contains(statement.getClass())) {
            add(line, statementRefused(statement));
        }
        expressionRefused(node).ifPresent(message -> add(line, message));
    }

    private static String statementRefused(Statement statement) {
        String kind = statement.getClass().getSimpleName();
        return switch (kind) {
            case "WhileStmt", "DoStmt", "ForStmt", "ForEachStmt" ->
                    "loops are not allowed; a rule fires once for each matching fact";
            case "ModifyStatement", "WithStatement" ->
                    "modify is not allowed; add to the bill or the decision";
            default ->
                    kind.replace("Stmt", "").replace("Statement", "")
                            + " is not allowed; call methods of facts";
        };
    }

    private static Optional<String> expressionRefused(Node node) {
        if (node instanceof LambdaExpr || node instanceof MethodReferenceExpr) {
            return Optional.of("lambdas are not allowed; call methods of facts");
        }
        if (node instanceof ClassExpr) {
            return Optional.of("class literals are not allowed; call methods of facts");
        }
        if (node instanceof SwitchExpr) {
            return Optional.of("switch is not allowed; write a rule for each case");
        }
        if (node instanceof BodyDeclaration
                || node instanceof ObjectCreationExpr made
                        && made.getAnonymousClassBody().isPresent()) {
            return Optional.of("classes are not allowed in rules; use the facts");
        }
        if (node instanceof NameExpr name && ENGINE.contains(name.getNameAsString())) {
            return Optional.of("the engine cannot be reached from rules; use the facts");
        }
        return node instanceof MethodCallExpr call ? callRefused(call) : Optional.empty();
    }

    private static Optional<String> callRefused(MethodCallExpr call) {
        String name = call.getNameAsString();
        if (REFLECTION.contains(name)) {
            return Optional.of(name + " is not allowed; use the properties of facts");
        }
        if (call.getScope().isEmpty()) {
            return Optional.of(
                    name + "(…) is not allowed; add to the bill or the decision by its methods");
        }
        return Optional.empty();
    }

    private void add(int offset, String message) {
        found.add(new Finding(firstLine + Math.max(offset, 0), rule.getName(), message));
    }
}
