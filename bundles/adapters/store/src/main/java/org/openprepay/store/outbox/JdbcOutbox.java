package org.openprepay.store.outbox;

import static org.openprepay.store.tx.Sql.row;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.openprepay.api.Outbox;
import org.openprepay.api.Outcome;
import org.openprepay.store.tx.Columns;
import org.openprepay.store.tx.JpaTransactions;
import org.openprepay.store.tx.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Outbox rows. A row's id is given at its insert, its number only once it is committed, so that a
 * reader who remembers a number never misses a row that was committed later.
 */
@Component
public final class JdbcOutbox implements Outbox {
    private final Sql sql;
    private final JpaTransactions transactions;
    private final InstantSource wall;

    @Activate
    public JdbcOutbox(
            @Reference Sql sql,
            @Reference JpaTransactions transactions,
            @Reference(target = "(clock=wall)") InstantSource wall) {
        this.sql = sql;
        this.transactions = transactions;
        this.wall = wall;
    }

    @Override
    public void put(String topic, String key, String payload) {
        sql.update(
                "insert into outbox (topic, subject, payload, occurred, done)"
                        + " values (?, ?, ?, ?, 0)",
                topic,
                key,
                payload,
                wall.instant());
    }

    /** The counter's lock keeps a second pump out. */
    @Override
    public int number(int limit) {
        return changed(
                () -> {
                    long last =
                            counter("select latest from counter where name = 'outbox' for update");
                    var ids =
                            sql.list(
                                    "select id from outbox where ordinal is null"
                                            + " order by id limit ?",
                                    columns -> columns.number("id"),
                                    limit);
                    if (ids.isEmpty()) {
                        return 0;
                    }
                    var rows = new ArrayList<Object[]>();
                    for (long id : ids) {
                        rows.add(row(last + rows.size() + 1, id));
                    }
                    sql.batch("update outbox set ordinal = ? where id = ?", rows);
                    sql.update(
                            "update counter set latest = ? where name = 'outbox'",
                            last + rows.size());
                    return rows.size();
                });
    }

    @Override
    public List<Row> after(long number, int limit) {
        return sql.list(
                "select * from outbox where ordinal > ? order by ordinal limit ?",
                JdbcOutbox::outgoing,
                number,
                limit);
    }

    @Override
    public List<Row> pending(String topic, int limit) {
        return sql.list(
                "select * from outbox where topic = ? and done = 0 and ordinal is not null"
                        + " order by ordinal limit ?",
                JdbcOutbox::outgoing,
                topic,
                limit);
    }

    @Override
    public void done(long number) {
        changed(() -> sql.update("update outbox set done = 1 where ordinal = ?", number));
    }

    @Override
    public int forget(Instant before, int limit) {
        return changed(
                () ->
                        sql.update(
                                "delete from outbox where occurred < ? and ordinal is not null"
                                        + " and (done = 1 or topic like 'live.%') limit ?",
                                before, limit));
    }

    @Override
    public long lastNumber() {
        return counter("select latest from counter where name = 'outbox'");
    }

    private long counter(String query) {
        return sql.one(query, columns -> columns.number("latest"))
                .orElseThrow(() -> new IllegalStateException("the outbox's counter is missing"));
    }

    private int changed(Supplier<Integer> change) {
        return transactions.run(() -> Outcome.accepted(change.get())).orThrow();
    }

    private static Row outgoing(Columns columns) throws SQLException {
        return new Row(
                columns.number("ordinal"),
                columns.text("topic"),
                columns.text("subject"),
                columns.text("payload"),
                columns.instant("occurred"));
    }
}
