package org.openprepay.store.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tables as lines: first the columns' names, then a line a row; fields are parted by tabs, a
 * backslash escapes, {@code \N} is no value.
 */
final class TableText {
    private static final int BATCH = 500;
    private static final String NONE = "\\N";
    private final Connection connection;

    TableText(Connection connection) {
        this.connection = connection;
    }

    /** The id of the newest change to the schema. */
    String schema() throws SQLException {
        return first("select id from databasechangelog order by orderexecuted desc");
    }

    long count(String table) throws SQLException {
        return Long.parseLong(first("select count(*) from " + table));
    }

    boolean balanced() throws SQLException {
        String odd =
                "select count(*) from (select currency from posting group by currency"
                        + " having sum(amount) <> 0) unequal";
        return first(odd).equals("0");
    }

    private String first(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    void write(String table, Writer out) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(BATCH);
            try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                int columns = rows.getMetaData().getColumnCount();
                for (int i = 1; i <= columns; i++) {
                    out.write(rows.getMetaData().getColumnName(i) + end(i, columns));
                }
                while (rows.next()) {
                    for (int i = 1; i <= columns; i++) {
                        out.write(escaped(rows.getString(i)) + end(i, columns));
                    }
                }
            }
        }
    }

    private static String end(int column, int columns) {
        return column == columns ? "\n" : "\t";
    }

    /** Replaces a table's rows by those of the text; answers how many. */
    long replace(String table, BufferedReader in) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from " + table);
        }
        String[] names = in.readLine().split("\t");
        String marks =
                IntStream.range(0, names.length)
                        .mapToObj(i -> "?")
                        .collect(Collectors.joining(", "));
        String insert = "insert into " + table + " (" + columns(names) + ") values (" + marks + ")";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            return insertAll(statement, in);
        }
    }

    /** Names come from a file, so nothing but a plain name gets into the statement. */
    private static String columns(String[] names) throws IOException {
        for (String name : names) {
            if (!name.matches("[A-Za-z_]+")) {
                throw new IOException("not a column: " + name);
            }
        }
        return String.join(", ", names);
    }

    private static long insertAll(PreparedStatement statement, BufferedReader in)
            throws SQLException, IOException {
        long rows = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] fields = line.split("\t", -1);
            for (int i = 0; i < fields.length; i++) {
                statement.setString(i + 1, fields[i].equals(NONE) ? null : plain(fields[i]));
            }
            statement.addBatch();
            rows++;
            if (rows % BATCH == 0) {
                statement.executeBatch();
            }
        }
        if (rows % BATCH != 0) {
            statement.executeBatch();
        }
        return rows;
    }

    private static String escaped(@Nullable String text) {
        return text == null
                ? NONE
                : text.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
    }

    private static String plain(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c == '\\' ? meant(text.charAt(++i)) : c);
        }
        return out.toString();
    }

    private static char meant(char escape) {
        return switch (escape) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> escape;
        };
    }
}
