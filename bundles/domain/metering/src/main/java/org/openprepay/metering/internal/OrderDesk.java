package org.openprepay.metering.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.openprepay.api.Caller;
import org.openprepay.api.MeterId;
import org.openprepay.api.OrderId;
import org.openprepay.api.Outbox;
import org.openprepay.api.Outcome;
import org.openprepay.api.Right;
import org.openprepay.api.Slice;
import org.openprepay.api.Transactions;
import org.openprepay.metering.MeterOrder;
import org.openprepay.metering.MeterOrder.State;
import org.openprepay.metering.MeteringStore;
import org.openprepay.metering.OrderStore;
import org.openprepay.metering.Orders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps orders to their states; an ended order never moves again. */
@Component(service = Orders.class)
public final class OrderDesk implements Orders {
    private static final Comparator<MeterOrder> URGENT_FIRST =
            Comparator.comparingInt(MeterOrder::priority)
                    .thenComparing(MeterOrder::due)
                    .thenComparing(MeterOrder::id);

    private final Transactions transactions;
    private final OrderStore store;
    private final Placement placement;

    @Activate
    public OrderDesk(
            @Reference Transactions transactions,
            @Reference OrderStore store,
            @Reference MeteringStore meters,
            @Reference Outbox outbox) {
        this.transactions = transactions;
        this.store = store;
        this.placement = new Placement(store, meters, outbox);
    }

    @Override
    public Outcome<MeterOrder> place(Caller caller, MeterOrder order) {
        Rights.operates(caller);
        return transactions.run(() -> placement.place(caller, order));
    }

    @Override
    public Optional<MeterOrder> find(OrderId id) {
        return transactions.read(() -> store.find(id));
    }

    @Override
    public Slice<MeterOrder> list(
            Caller caller, Optional<MeterId> meter, int limit, Optional<String> after) {
        caller.require(Right.VIEW);
        return transactions.read(
                () ->
                        Pages.of(
                                limit,
                                most -> store.list(meter, most, after),
                                order -> order.id().value()));
    }

    @Override
    public List<MeterOrder> due(Instant now, int limit) {
        return transactions.read(
                () -> store.due(now, limit).stream().sorted(URGENT_FIRST).toList());
    }

    @Override
    public Outcome<MeterOrder> sending(OrderId id, Instant now, Instant askAgain) {
        return change(
                id,
                order ->
                        now.isBefore(order.expires())
                                ? OrderChange.sent(order, askAgain)
                                : Outcome.refused(
                                        "EXPIRED", "order " + id + " expired " + order.expires()));
    }

    @Override
    public Outcome<MeterOrder> unknown(OrderId id, String why, Instant askAgain) {
        return change(id, order -> OrderChange.unknown(order, why, askAgain));
    }

    @Override
    public Outcome<MeterOrder> confirmed(OrderId id, String result, Instant now) {
        return change(id, order -> OrderChange.ended(order, State.CONFIRMED, result));
    }

    @Override
    public Outcome<MeterOrder> refused(OrderId id, String why, Instant now) {
        return change(id, order -> OrderChange.ended(order, State.REFUSED, why));
    }

    @Override
    public Outcome<MeterOrder> expired(OrderId id, Instant now) {
        return change(
                id,
                order ->
                        now.isBefore(order.expires())
                                ? Outcome.refused(
                                        "NOT_EXPIRED",
                                        "order " + id + " may be sent until " + order.expires())
                                : OrderChange.ended(order, State.EXPIRED, lastWords(order)));
    }

    private static String lastWords(MeterOrder order) {
        return order.state() == State.QUEUED
                ? "never sent" + (order.detail().isEmpty() ? "" : ": " + order.detail())
                : "no answer";
    }

    @Override
    public Optional<MeterOrder> openSupply(MeterId meter) {
        return transactions.read(
                () ->
                        store.openSupply(meter).stream()
                                .max(Comparator.comparingLong(MeterOrder::number)));
    }

    @Override
    public long newestIntent(MeterId meter) {
        return transactions.read(() -> placement.newest(meter).map(MeterOrder::number).orElse(0L));
    }

    private Outcome<MeterOrder> change(OrderId id, OrderChange change) {
        return transactions.run(
                () ->
                        store.lock(id)
                                .map(order -> OrderChange.ifOpen(order, change))
                                .orElseGet(() -> Outcome.refused("UNKNOWN_ORDER", "no order " + id))
                                .map(this::update));
    }

    private MeterOrder update(MeterOrder order) {
        store.update(order);
        return order;
    }
}
