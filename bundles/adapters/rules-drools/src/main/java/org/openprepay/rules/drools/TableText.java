package org.openprepay.rules.drools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openprepay.rulebook.RuleProblem;

/**
 * What a rules table generated: the template's head, then its body once per row.
 *
 * @param path the table's file
 * @param headLines lines of the template before the first rule
 * @param bodyLines lines that each row takes
 * @param rows the table's line of each row
 */
record TableText(
        String path, String template, String drl, int headLines, int bodyLines, List<Integer> rows)
        implements RuleText {

    @Override
    public Place origin(int line) {
        int index = line - headLines - 1;
        if (index < 0 || index / bodyLines >= rows.size()) {
            return new Place(template, line);
        }
        return new Place(path, rows.get(index / bodyLines));
    }

    /** What every row that was looked at has is the template's fault, and told once. */
    @Override
    public List<RuleProblem> tell(List<Finding> findings) {
        Map<Finding, List<Finding>> byTemplate = new LinkedHashMap<>();
        findings.forEach(
                each ->
                        byTemplate
                                .computeIfAbsent(inTemplate(each), key -> new ArrayList<>())
                                .add(each));
        List<RuleProblem> problems = new ArrayList<>();
        byTemplate.forEach(
                (shared, each) -> {
                    if (each.size() >= Math.min(rows.size(), Culprits.MAX_CULPRITS)) {
                        problems.add(shared.at(new Place(template, shared.line())));
                    } else {
                        each.forEach(one -> problems.add(inTable(one, shared.line())));
                    }
                });
        return problems;
    }

    private Finding inTemplate(Finding found) {
        int index = found.line() - headLines - 1;
        int line = index < 0 ? found.line() : headLines + 1 + index % bodyLines;
        return new Finding(line, "", found.message());
    }

    private RuleProblem inTable(Finding found, int templateLine) {
        String where = " (from " + template + ":" + templateLine + ")";
        return new Finding(found.line(), found.rule(), found.message() + where)
                .at(origin(found.line()));
    }

    /** Collects the rows. */
    static final class Builder {
        private final String path;
        private final String template;
        private final StringBuilder drl;
        private final int headLines;
        private final int bodyLines;
        private final List<Integer> rows = new ArrayList<>();

        Builder(String path, String template, String head, String body) {
            this.path = path;
            this.template = template;
            drl = new StringBuilder(head).append(head.isEmpty() || head.endsWith("\n") ? "" : "\n");
            headLines = lines(drl);
            bodyLines = lines(body) + 1;
        }

        private static int lines(CharSequence text) {
            return (int) text.chars().filter(c -> c == '\n').count();
        }

        void row(int line, String body) {
            rows.add(line);
            drl.append(body).append('\n');
        }

        TableText build() {
            return new TableText(
                    path, template, drl.toString(), headLines, bodyLines, List.copyOf(rows));
        }
    }
}
