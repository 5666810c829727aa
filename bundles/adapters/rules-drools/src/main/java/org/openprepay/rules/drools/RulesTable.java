package org.openprepay.rules.drools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openprepay.rulebook.RuleProblem;

/**
 * A table that analysts edit, and the template that turns each of its rows into rules. Only checked
 * values are put in the template's places {@code @{column}}: numbers, dates, times, identifiers,
 * and {@code @{row}}, the row's own key {@code prices.table.csv:3}. Titles stay data.
 */
record RulesTable(TableText text, List<RuleProblem> problems) {
    static final int MAX_ROWS = PackageGuard.MAX_RULES;
    static final int MAX_COLUMNS = 40;

    /** The key of a row, for rule names. */
    static final String ROW = "row";

    private static final Pattern HOLE = Pattern.compile("@\\{([^}\n]*)\\}");
    private static final Pattern HOLE_TEXT = Pattern.compile("([a-z][a-zA-Z0-9]*)(?:\\|([^}]*))?");
    private static final Pattern FIRST_RULE = Pattern.compile("(?m)^\\s*rule\\b");
    private static final Pattern VALUE =
            Pattern.compile(
                    "-?\\d{1,12}(\\.\\d{1,9})?"
                            + "|[A-Za-z][A-Za-z0-9_]{0,39}([.-][A-Za-z0-9_]{1,39}){0,3}"
                            + "|\\d{4}-\\d{2}-\\d{2}|\\d{2}:\\d{2}");

    static RulesTable read(String path, String csv, String template, String structure) {
        return new Reader(path, template).read(csv, structure);
    }

    private static final class Reader {
        private final String path;
        private final String template;
        private final List<RuleProblem> problems = new ArrayList<>();

        Reader(String path, String template) {
            this.path = path;
            this.template = template;
        }

        RulesTable read(String csv, String structure) {
            Matcher first = FIRST_RULE.matcher(structure);
            int split = first.find() ? first.start() : structure.length();
            String body = structure.substring(split);
            if (!body.contains("@{" + ROW + "}")) {
                tell(template, 1, "must name its rule \"@{row}\", so that each row has its own");
            }
            String head = structure.substring(0, split);
            if (HOLE.matcher(head).find()) {
                tell(template, 1, "may have @{…} only after the first rule begins");
            }
            TableText.Builder text = new TableText.Builder(path, template, head, body);
            rows(csv).forEach((line, row) -> text.row(line, fill(body, line, row)));
            return new RulesTable(text.build(), List.copyOf(problems));
        }

        private Map<Integer, Map<String, String>> rows(String csv) {
            Map<Integer, Map<String, String>> rows = new LinkedHashMap<>();
            List<String> columns = List.of();
            String[] lines = csv.split("\r?\n", -1);
            for (int i = 0; i < lines.length && rows.size() <= MAX_ROWS; i++) {
                if (lines[i].isBlank() || lines[i].startsWith("#")) {
                    continue;
                }
                List<String> cells = CsvLine.cells(lines[i]);
                if (columns.isEmpty()) {
                    columns = cells;
                    header(i + 1, columns);
                } else if (cells.size() != columns.size()) {
                    String want = " cells, but the first line names " + columns.size();
                    tell(path, i + 1, "has " + cells.size() + want + "; count the commas");
                } else {
                    rows.put(i + 1, row(columns, cells));
                }
            }
            count(rows.size());
            return rows;
        }

        private void header(int line, List<String> columns) {
            if (columns.size() > MAX_COLUMNS) {
                tell(path, line, "has more than " + MAX_COLUMNS + " columns; split the table");
            }
            if (columns.stream().distinct().count() < columns.size()) {
                tell(path, line, "names a column twice; rename one");
            }
        }

        private void count(int rows) {
            if (rows == 0 && problems.isEmpty()) {
                tell(path, 0, "has no rows; add one below the line of column names");
            } else if (rows > MAX_ROWS) {
                tell(path, 0, "has more than " + MAX_ROWS + " rows; split it in two tables");
            }
        }

        private static Map<String, String> row(List<String> columns, List<String> cells) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), cells.get(i));
            }
            return row;
        }

        private String fill(String body, int line, Map<String, String> row) {
            Matcher holes = HOLE.matcher(body);
            return holes.replaceAll(
                    hole -> Matcher.quoteReplacement(value(hole.group(1), line, row)));
        }

        private String value(String hole, int line, Map<String, String> row) {
            Matcher parts = HOLE_TEXT.matcher(hole);
            if (!parts.matches()) {
                tell(template, 0, "@{" + hole + "} is not @{column} or @{column|value if empty}");
                return "";
            }
            String column = parts.group(1);
            if (column.equals(ROW)) {
                return path + ":" + line;
            }
            String cell = row.get(column);
            if (cell == null) {
                tell(template, 0, "@{" + column + "} is not a column of " + path);
                return "";
            }
            String value = cell.isEmpty() && parts.group(2) != null ? parts.group(2) : cell;
            if (!VALUE.matcher(value).matches()) {
                tell(path, line, column + refusal(value));
                return "";
            }
            return value;
        }

        private static String refusal(String value) {
            return value.isEmpty()
                    ? " is empty; fill it, or give the template a value @{column|value if empty}"
                    : " must be a number, date, time or identifier to be put into rules, not \""
                            + value
                            + "\"";
        }

        private void tell(String file, int line, String message) {
            RuleProblem problem = new RuleProblem(file, line, "", message);
            if (!problems.contains(problem)) {
                problems.add(problem);
            }
        }
    }
}
