package org.openprepay.benchmarks;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.openprepay.store.database.StoreSettings;

/** Writes the rows of charged readings by plain JDBC: the most that this database can do. */
final class RawBound implements AutoCloseable {
    private static final long STEP = 600_000_000_000L;
    private static final BigDecimal VALUE = new BigDecimal("0.125");

    private final Connection connection;
    private final String proof;
    private final String state;
    private final String payload;
    private long round;

    private RawBound(Connection connection) throws SQLException {
        this.connection = connection;
        this.proof = sample("select proof from journal_entry where kind = 'charge' limit 1");
        this.state = sample("select state from checkpoint limit 1");
        this.payload = sample("select payload from outbox where topic = 'live.reading' limit 1");
    }

    static RawBound on(StoreSettings settings) throws SQLException {
        Connection connection =
                DriverManager.getConnection(
                        settings.url(),
                        settings.application().user(),
                        settings.application().password());
        connection.setAutoCommit(false);
        return new RawBound(connection);
    }

    /** A text as the server wrote it, so that the rows are as long as its own. */
    private String sample(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            found.next();
            return found.getString(1);
        }
    }

    int batch(int rows) {
        try {
            round++;
            long at = round * STEP;
            each(
                    "insert into reading (meter, register, occurred, revision, reading, source,"
                            + " received) values (?, '1.8.0', ?, 1, ?, 'benchmark', ?)",
                    rows,
                    i -> new Object[] {"raw-m" + i, at, VALUE, at});
            each(
                    "insert into meter_head (meter, register, known_to, reading)"
                            + " values (?, '1.8.0', ?, ?) on duplicate key update"
                            + " known_to = values(known_to), reading = values(reading)",
                    rows,
                    i -> new Object[] {"raw-m" + i, at, VALUE});
            books(rows, at);
            each(
                    "insert into checkpoint (account, starts, ends, state) values (?, 0, 1, ?)"
                            + " on duplicate key update state = values(state)",
                    rows,
                    i -> new Object[] {"raw-a" + i, state});
            each(
                    "insert into outbox (topic, subject, payload, occurred, done)"
                            + " values ('live.reading', ?, ?, ?, 0)",
                    rows,
                    i -> new Object[] {"raw-a" + i, payload, at});
            connection.commit();
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void books(int rows, long at) throws SQLException {
        each(
                "insert into journal_entry (id, occurred, kind, label, corrects, proof, author)"
                        + " values (?, ?, 'charge', '', null, ?, 'benchmark')",
                rows,
                i -> new Object[] {entry(i), at, proof});
        String posting =
                "insert into posting (entry, line, book, currency, amount, occurred)"
                        + " values (?, ?, ?, 'GBP', ?, ?)";
        each(
                posting,
                rows,
                i -> new Object[] {entry(i), 0, "raw/" + i + "/wallet", VALUE.negate(), at});
        each(posting, rows, i -> new Object[] {entry(i), 1, "raw/charges", VALUE, at});
        each(
                "insert into balance (book, currency, amount) values (?, 'GBP', ?)"
                        + " on duplicate key update amount = amount + values(amount)",
                rows,
                i -> new Object[] {"raw/" + i + "/wallet", VALUE});
    }

    private String entry(int row) {
        return "charge:raw-a" + row + ":" + String.format("%026d", round);
    }

    private interface Arguments {
        Object[] of(int row);
    }

    private void each(String sql, int rows, Arguments arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int row = 0; row < rows; row++) {
                Object[] values = arguments.of(row);
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
