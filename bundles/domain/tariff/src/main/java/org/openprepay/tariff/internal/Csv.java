package org.openprepay.tariff.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A comma-separated file with a line of column names; cells may stand in double quotes.
 *
 * @param file its path in the pack
 */
record Csv(String file, List<String> columns, List<Row> rows) {
    /** More rows than this are refused. */
    static final int MAX_ROWS = 2_000;

    Csv {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** One row, with its line in the file and its cells by column. */
    record Row(int line, Map<String, String> cells) {
        String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    static Csv parse(String file, String text, Problems problems) {
        List<String> columns = List.of();
        var rows = new ArrayList<Row>();
        String[] lines = text.split("\r?\n", -1);
        for (int i = 0; i < lines.length && rows.size() <= MAX_ROWS; i++) {
            if (lines[i].isBlank() || lines[i].startsWith("#")) {
                continue;
            }
            List<String> cells = cells(lines[i]);
            if (columns.isEmpty()) {
                columns = cells;
            } else if (cells.size() != columns.size()) {
                problems.add(
                        file,
                        i + 1,
                        "has "
                                + cells.size()
                                + " cells, but there are "
                                + columns.size()
                                + " columns: "
                                + String.join(",", columns));
            } else {
                rows.add(row(i + 1, columns, cells));
            }
        }
        if (rows.size() > MAX_ROWS) {
            problems.add(file, 0, "has more than " + MAX_ROWS + " rows");
        }
        return new Csv(file, columns, rows);
    }

    private static Row row(int line, List<String> columns, List<String> cells) {
        Map<String, String> byColumn = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            byColumn.put(columns.get(i), cells.get(i));
        }
        return new Row(line, byColumn);
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
