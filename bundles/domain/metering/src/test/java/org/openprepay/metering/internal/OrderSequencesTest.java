package org.openprepay.metering.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.openprepay.api.OrderId;
import org.openprepay.metering.MeterOrder;
import org.openprepay.metering.MeterOrder.State;

/** Whatever the host, the meter and the utility do, and in whatever order they do it. */
class OrderSequencesTest {
    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
    private static final int LIFE = 20;

    private final FakeMeteringStore meters = new FakeMeteringStore();
    private final FakeOrderStore store = new FakeOrderStore();
    private final OrderDesk desk =
            new OrderDesk(new DirectTransactions(), store, meters, new FakeOutbox());
    private final Map<OrderId, MeterOrder> ended = new HashMap<>();
    private long highestSent;

    record Move(String what, int which, int number, boolean off) {}

    @Provide
    Arbitrary<List<Move>> moves() {
        Arbitrary<String> what =
                Arbitraries.of(
                        "place", "pump", "send", "silent", "confirm", "refuse", "expire", "read");
        return Combinators.combine(
                        what,
                        Arbitraries.integers().between(0, 15),
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.of(true, false))
                .as(Move::new)
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 500)
    @Tag("NEW-05")
    @Tag("CTRL-04")
    void noEndedOrderMovesAndNoLowerNumberIsSentAfterAHigher(@ForAll("moves") List<Move> moves) {
        meters.add(Bench.meter(Bench.METER, "addr-42"));
        for (int i = 0; i < moves.size(); i++) {
            make(moves.get(i), T0.plusSeconds(i));
            store.orders.values().forEach(this::check);
            assertTrue(store.openSupply(Bench.METER).size() <= 1);
        }
    }

    private void make(Move move, Instant now) {
        var id = new OrderId("o-" + move.which());
        switch (move.what()) {
            case "place" -> desk.place(Bench.STAFF, supply(id, move, now));
            case "read" -> desk.place(Bench.STAFF, read(new OrderId("r-" + move.which()), now));
            case "send" -> sent(id, now);
            case "pump" -> desk.openSupply(Bench.METER).ifPresent(o -> sent(o.id(), now));
            case "silent" -> desk.unknown(id, "no answer", now);
            case "confirm" -> desk.confirmed(id, "relay", now);
            case "refuse" -> desk.refused(id, "busy", now);
            default -> desk.expired(id, now);
        }
    }

    private void sent(OrderId id, Instant now) {
        if (desk.sending(id, now, now.plusSeconds(5)).isAccepted()) {
            MeterOrder order = store.orders.get(id);
            assertTrue(order.number() >= highestSent, "lower number sent: " + order);
            assertTrue(now.isBefore(order.expires()), "sent after its end: " + order);
            highestSent = order.number();
        }
    }

    private void check(MeterOrder order) {
        assertFalse(order.attempts() > 0 && order.state() == State.QUEUED);
        if (ended.containsKey(order.id())) {
            assertEquals(ended.get(order.id()), order);
        }
        if (order.state().ended()) {
            ended.put(order.id(), order);
        }
    }

    private static MeterOrder supply(OrderId id, Move move, Instant now) {
        return order(id, "supply", move.off() ? "OFF" : "ON", move.number(), now);
    }

    private static MeterOrder read(OrderId id, Instant now) {
        return order(id, "read", "", 0, now);
    }

    private static MeterOrder order(
            OrderId id, String kind, String argument, long number, Instant now) {
        return new MeterOrder(
                id,
                Bench.METER,
                kind,
                argument,
                number,
                2,
                State.QUEUED,
                0,
                now,
                now.plusSeconds(LIFE),
                now,
                "",
                "");
    }
}
