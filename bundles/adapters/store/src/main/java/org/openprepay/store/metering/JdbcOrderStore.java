package org.openprepay.store.metering;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openprepay.api.MeterId;
import org.openprepay.api.OrderId;
import org.openprepay.metering.MeterOrder;
import org.openprepay.metering.OrderStore;
import org.openprepay.store.tx.Columns;
import org.openprepay.store.tx.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Orders to meters, a row each. */
@Component
public final class JdbcOrderStore implements OrderStore {
    private static final String OPEN = " state in ('QUEUED', 'SENT', 'UNKNOWN')";

    private final Sql sql;

    @Activate
    public JdbcOrderStore(@Reference Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(MeterOrder order) {
        sql.update(
                "insert into meter_order (id, meter, kind, argument, intent, priority, state,"
                        + " attempts, placed, expires, due, detail, author)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                order.id(),
                order.meter(),
                order.kind(),
                order.argument(),
                order.number(),
                order.priority(),
                order.state(),
                order.attempts(),
                order.placed(),
                order.expires(),
                order.due(),
                order.detail(),
                order.by());
    }

    @Override
    public void update(MeterOrder order) {
        sql.update(
                "update meter_order set priority = ?, state = ?, attempts = ?, expires = ?,"
                        + " due = ?, detail = ? where id = ?",
                order.priority(),
                order.state(),
                order.attempts(),
                order.expires(),
                order.due(),
                order.detail(),
                order.id());
    }

    @Override
    public Optional<MeterOrder> lock(OrderId id) {
        return sql.one(
                "select * from meter_order where id = ? for update", JdbcOrderStore::order, id);
    }

    @Override
    public Optional<MeterOrder> find(OrderId id) {
        return sql.one("select * from meter_order where id = ?", JdbcOrderStore::order, id);
    }

    @Override
    public List<MeterOrder> openSupply(MeterId meter) {
        return sql.list(
                "select * from meter_order where meter = ? and kind = 'supply' and"
                        + OPEN
                        + " order by intent, seq for update",
                JdbcOrderStore::order,
                meter);
    }

    @Override
    public List<MeterOrder> due(Instant now, int limit) {
        return sql.list(
                "select * from meter_order where"
                        + OPEN
                        + " and (due <= ? or expires <= ?) order by priority, due, seq limit ?",
                JdbcOrderStore::order,
                now,
                now,
                limit);
    }

    /** Newest first, after the order with this id. */
    @Override
    public List<MeterOrder> list(Optional<MeterId> meter, int limit, Optional<String> after) {
        long before =
                after.flatMap(
                                id ->
                                        sql.one(
                                                "select seq from meter_order where id = ?",
                                                columns -> columns.number("seq"),
                                                id))
                        .orElse(Long.MAX_VALUE);
        return sql.list(
                "select * from meter_order where seq < ? and (meter = ? or ? = '')"
                        + " order by seq desc limit ?",
                JdbcOrderStore::order,
                before,
                meter.map(MeterId::value).orElse(""),
                meter.map(MeterId::value).orElse(""),
                limit);
    }

    private static MeterOrder order(Columns columns) throws SQLException {
        return new MeterOrder(
                new OrderId(columns.text("id")),
                new MeterId(columns.text("meter")),
                columns.text("kind"),
                columns.text("argument"),
                columns.number("intent"),
                columns.count("priority"),
                MeterOrder.State.valueOf(columns.text("state")),
                columns.count("attempts"),
                columns.instant("placed"),
                columns.instant("expires"),
                columns.instant("due"),
                columns.text("detail"),
                columns.text("author"));
    }
}
