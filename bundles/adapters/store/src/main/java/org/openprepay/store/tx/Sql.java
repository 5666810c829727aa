package org.openprepay.store.tx;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Statements on the connection of the running transaction. */
@Component(service = Sql.class)
public final class Sql {
    /** Most ids in one statement. */
    private static final int MAX_IDS = 500;

    private final JpaTransactions transactions;

    @Activate
    public Sql(@Reference JpaTransactions transactions) {
        this.transactions = transactions;
    }

    /** Makes a value of a row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Columns row) throws SQLException;
    }

    /** Something done with a prepared statement. */
    @FunctionalInterface
    private interface Step<T> {
        T take(PreparedStatement statement) throws SQLException;
    }

    public <T> List<T> list(String sql, Reader<T> reader, Object... arguments) {
        return transactions.joined(
                work ->
                        prepared(
                                work.connection,
                                sql,
                                statement -> {
                                    bind(statement, arguments);
                                    return read(statement, reader);
                                }));
    }

    /** The first row. */
    public <T> Optional<T> one(String sql, Reader<T> reader, Object... arguments) {
        return list(sql, reader, arguments).stream().findFirst();
    }

    /** Rows for many ids, sorted; the statement says {@code (:ids)} where they belong. */
    public <T> List<T> listOf(String sql, Reader<T> reader, Collection<?> ids) {
        List<String> sorted =
                ids.stream().map(Sql::plain).map(String::valueOf).distinct().sorted().toList();
        var found = new ArrayList<T>();
        for (int from = 0; from < sorted.size(); from += MAX_IDS) {
            var part = sorted.subList(from, Math.min(sorted.size(), from + MAX_IDS));
            String marks = "(" + "?,".repeat(part.size() - 1) + "?)";
            found.addAll(list(sql.replace("(:ids)", marks), reader, part.toArray()));
        }
        return found;
    }

    /** Writes, answering how many rows it touched. */
    public int update(String sql, Object... arguments) {
        return prepared(
                transactions.current().connection,
                sql,
                statement -> {
                    bind(statement, arguments);
                    return statement.executeUpdate();
                });
    }

    /** Inserts a row and answers the number that the database gave it. */
    public long insert(String sql, Object... arguments) {
        try (PreparedStatement statement =
                transactions
                        .current()
                        .connection
                        .prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            bind(statement, arguments);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** One statement for many rows. */
    public void batch(String sql, Collection<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        prepared(
                transactions.current().connection,
                sql,
                statement -> {
                    for (Object[] row : rows) {
                        bind(statement, row);
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }

    /** The arguments of one row, in the order of the statement's marks. */
    public static Object[] row(Object... arguments) {
        return arguments;
    }

    private static <T> T prepared(Connection connection, String sql, Step<T> step) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return step.take(statement);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private static <T> List<T> read(PreparedStatement statement, Reader<T> reader)
            throws SQLException {
        try (ResultSet results = statement.executeQuery()) {
            var rows = new ArrayList<T>();
            var columns = new Columns(results);
            while (results.next()) {
                rows.add(reader.read(columns));
            }
            return rows;
        }
    }

    private static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, plain(arguments[i]));
        }
    }

    private static @Nullable Object plain(Object argument) {
        if (argument instanceof Optional<?> optional) {
            return optional.isPresent() ? plain(optional.get()) : null;
        }
        if (argument instanceof Instant instant) {
            return Columns.nanos(instant);
        }
        if (argument instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        return argument instanceof Number ? argument : argument.toString();
    }
}
