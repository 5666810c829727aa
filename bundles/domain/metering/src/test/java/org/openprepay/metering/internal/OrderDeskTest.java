package org.openprepay.metering.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.api.Caller;
import org.openprepay.api.MeterId;
import org.openprepay.api.OrderId;
import org.openprepay.api.Outbox;
import org.openprepay.api.Outcome;
import org.openprepay.api.Right;
import org.openprepay.metering.MeterOrder;
import org.openprepay.metering.MeterOrder.State;

class OrderDeskTest {
    private static final Caller STAFF = Bench.STAFF;
    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = T0.plusSeconds(60);

    private final FakeMeteringStore meters = new FakeMeteringStore();
    private final FakeOrderStore store = new FakeOrderStore();
    private final FakeOutbox outbox = new FakeOutbox();
    private final OrderDesk desk = new OrderDesk(new DirectTransactions(), store, meters, outbox);

    @BeforeEach
    void registerTheMeter() {
        meters.add(Bench.meter(Bench.METER, "addr-42"));
    }

    private static MeterOrder supply(String id, long number, String argument) {
        return order(id, "supply", argument, number, 2);
    }

    private static MeterOrder order(
            String id, String kind, String argument, long number, int priority) {
        return new MeterOrder(
                new OrderId(id),
                Bench.METER,
                kind,
                argument,
                number,
                priority,
                State.QUEUED,
                0,
                T0,
                T0.plusSeconds(3_600),
                T0,
                "",
                "");
    }

    private MeterOrder placed(MeterOrder order) {
        return desk.place(STAFF, order).orThrow();
    }

    private State state(String id) {
        return desk.find(new OrderId(id)).orElseThrow().state();
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.code() : "ACCEPTED";
    }

    @Test
    @Tag("CTRL-01")
    void sendingIsNotDoingAndOnlyTheMetersReportConfirms() {
        MeterOrder order = placed(supply("o-1", 1, "OFF"));
        assertEquals("olga", order.by());
        assertEquals(State.SENT, desk.sending(order.id(), T0, LATER).orThrow().state());
        assertEquals(State.UNKNOWN, desk.unknown(order.id(), "silent", LATER).orThrow().state());
        assertEquals(2, desk.sending(order.id(), LATER, LATER).orThrow().attempts());
        assertEquals(
                State.CONFIRMED, desk.confirmed(order.id(), "relay OFF", LATER).orThrow().state());
        assertEquals(Optional.empty(), desk.openSupply(Bench.METER));
    }

    @Test
    @Tag("CTRL-04")
    void anOrderIsPlacedOnceForItsId() {
        MeterOrder first = placed(supply("o-1", 1, "OFF"));
        desk.sending(first.id(), T0, LATER).orThrow();
        assertEquals(State.SENT, placed(supply("o-1", 1, "OFF")).state());
        assertEquals("IDEMPOTENCY_CONFLICT", code(desk.place(STAFF, supply("o-1", 2, "ON"))));
        assertEquals(1, outbox.pending(Outbox.ORDER, 10).size());
        assertEquals(Bench.METER.value(), outbox.rows.get(0).key());
    }

    @Test
    @Tag("CTRL-04")
    @Tag("NEW-05")
    void aStaleDisconnectIsNeverSentAfterANewerIntent() {
        MeterOrder off = placed(supply("o-1", 1, "OFF"));
        placed(supply("o-2", 2, "ON"));
        assertEquals(State.SUPERSEDED, state("o-1"));
        assertEquals("ENDED", code(desk.sending(off.id(), T0, LATER)));
        assertEquals("ENDED", code(desk.confirmed(off.id(), "OFF", LATER)));
        assertEquals("STALE_INTENT", code(desk.place(STAFF, supply("o-3", 1, "OFF"))));
        assertEquals("STALE_INTENT", code(desk.place(STAFF, supply("o-4", 2, "OFF"))));
    }

    @Test
    @Tag("NEW-05")
    void theNewestIntentMayBeAssertedAgain() {
        placed(supply("o-1", 2, "ON"));
        MeterOrder again = placed(supply("o-2", 2, "ON"));
        assertEquals(State.SUPERSEDED, state("o-1"));
        assertEquals(Optional.of(again), desk.openSupply(Bench.METER));
    }

    @Test
    void readsDoNotHideTheNewestIntent() {
        placed(supply("o-1", 5, "ON"));
        for (int i = 0; i < 120; i++) {
            placed(order("r-" + i, "read", "", 0, 3));
        }
        assertEquals("STALE_INTENT", code(desk.place(STAFF, supply("o-2", 4, "OFF"))));
        assertEquals(State.QUEUED, state("o-1"));
        assertEquals(5, desk.newestIntent(Bench.METER));
        assertEquals(0, desk.newestIntent(new MeterId("x")));
    }

    @Test
    @Tag("CTRL-04")
    void anExpiredOrderIsNeverSent() {
        MeterOrder order = placed(supply("o-1", 1, "OFF"));
        assertEquals("NOT_EXPIRED", code(desk.expired(order.id(), T0)));
        assertEquals("EXPIRED", code(desk.sending(order.id(), order.expires(), LATER)));
        assertEquals(State.EXPIRED, desk.expired(order.id(), order.expires()).orThrow().state());
        assertEquals("ENDED", code(desk.sending(order.id(), T0, LATER)));
    }

    @Test
    void whatWasNeverSentStaysQueued() {
        MeterOrder order = placed(supply("o-1", 1, "OFF"));
        assertEquals(State.QUEUED, desk.unknown(order.id(), "no link", LATER).orThrow().state());
        assertEquals(List.of(), desk.due(T0, 10));
        assertEquals(1, desk.due(LATER, 10).size());
    }

    @Test
    @Tag("HES-22")
    void theMostUrgentIsDueFirst() {
        placed(order("bulk", "read", "", 0, 5));
        placed(order("safety", "read-supply", "", 0, 0));
        placed(order("on-demand", "read", "", 0, 3));
        assertEquals(
                List.of("safety", "on-demand", "bulk"),
                desk.due(T0, 10).stream().map(o -> o.id().value()).toList());
    }

    @Test
    void badOrdersAreRefused() {
        assertEquals("UNKNOWN_KIND", code(desk.place(STAFF, order("a", "explode", "", 0, 3))));
        assertEquals("UNKNOWN_SUPPLY", code(desk.place(STAFF, supply("b", 1, "MAYBE"))));
        assertEquals("BAD_NUMBER", code(desk.place(STAFF, supply("c", 0, "ON"))));
        assertEquals("UNKNOWN_ORDER", code(desk.confirmed(new OrderId("d"), "", T0)));
        meters.meters.clear();
        assertEquals("UNKNOWN_METER", code(desk.place(STAFF, supply("e", 1, "ON"))));
    }

    @Test
    void ordersAreListedNewestFirstInSlices() {
        for (int i = 0; i < 3; i++) {
            placed(order("r-" + i, "read", "", 0, 3));
        }
        var first = desk.list(STAFF, Optional.of(Bench.METER), 2, Optional.empty());
        assertEquals("r-2", first.items().get(0).id().value());
        var rest = desk.list(STAFF, Optional.of(Bench.METER), 2, first.next());
        assertEquals(1, rest.items().size());
        var none = desk.list(STAFF, Optional.of(new MeterId("x")), 2, Optional.empty());
        assertTrue(none.items().isEmpty());
    }

    @Test
    @Tag("SEC-02")
    void clerksOrderNothing() {
        var clerk = new Caller("carla", Set.of(Right.VIEW, Right.SELL));
        assertThrows(Caller.Denied.class, () -> desk.place(clerk, supply("o-1", 1, "OFF")));
    }
}
