package org.openprepay.prepayment.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openprepay.api.Caller;
import org.openprepay.api.MeterId;
import org.openprepay.api.OrderId;
import org.openprepay.api.Outcome;
import org.openprepay.api.Slice;
import org.openprepay.ledger.FakeTransactions;
import org.openprepay.metering.MeterOrder;
import org.openprepay.metering.MeterOrder.State;
import org.openprepay.metering.Orders;

/** Orders in memory, the newest superseding the others of its meter. */
final class FakeOrders implements Orders, FakeTransactions.Undoable {
    private List<MeterOrder> all = new ArrayList<>();

    @Override
    public Runnable snapshot() {
        var before = new ArrayList<>(all);
        return () -> all = before;
    }

    List<MeterOrder> of(String meter) {
        return all.stream().filter(order -> order.meter().value().equals(meter)).toList();
    }

    @Override
    public Outcome<MeterOrder> place(Caller caller, MeterOrder order) {
        all.replaceAll(
                old ->
                        old.meter().equals(order.meter()) && !old.state().ended()
                                ? in(old, State.SUPERSEDED)
                                : old);
        all.add(order);
        return Outcome.accepted(order);
    }

    @Override
    public Outcome<MeterOrder> confirmed(OrderId id, String result, Instant now) {
        all.replaceAll(old -> old.id().equals(id) ? in(old, State.CONFIRMED) : old);
        return Outcome.accepted(find(id).orElseThrow());
    }

    @Override
    public Optional<MeterOrder> find(OrderId id) {
        return all.stream().filter(order -> order.id().equals(id)).findFirst();
    }

    @Override
    public Optional<MeterOrder> openSupply(MeterId meter) {
        return all.stream()
                .filter(order -> order.meter().equals(meter) && !order.state().ended())
                .findFirst();
    }

    @Override
    public Slice<MeterOrder> list(Caller c, Optional<MeterId> m, int limit, Optional<String> a) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long newestIntent(MeterId meter) {
        return all.stream()
                .filter(order -> order.meter().equals(meter))
                .mapToLong(MeterOrder::number)
                .max()
                .orElse(0);
    }

    @Override
    public List<MeterOrder> due(Instant now, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome<MeterOrder> sending(OrderId id, Instant now, Instant askAgain) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome<MeterOrder> unknown(OrderId id, String why, Instant askAgain) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome<MeterOrder> refused(OrderId id, String why, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome<MeterOrder> expired(OrderId id, Instant now) {
        throw new UnsupportedOperationException();
    }

    private static MeterOrder in(MeterOrder o, State state) {
        return new MeterOrder(
                o.id(),
                o.meter(),
                o.kind(),
                o.argument(),
                o.number(),
                o.priority(),
                state,
                o.attempts(),
                o.placed(),
                o.expires(),
                o.due(),
                o.detail(),
                o.by());
    }
}
