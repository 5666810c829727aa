package org.openprepay.metering.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openprepay.api.Caller;
import org.openprepay.api.Json;
import org.openprepay.api.MeterId;
import org.openprepay.api.Outbox;
import org.openprepay.api.Outcome;
import org.openprepay.metering.MeterOrder;
import org.openprepay.metering.MeterOrder.State;
import org.openprepay.metering.MeteringStore;
import org.openprepay.metering.OrderStore;

/** How an order enters: once per id, and a supply order ends all earlier ones of its meter. */
final class Placement {
    private static final String SUPPLY = "supply";
    private static final Set<String> KINDS = Set.of(SUPPLY, "read", "clock", "read-supply");
    private static final Set<String> SUPPLIES = Set.of("ON", "OFF", "LIMITED", "ARMED");
    private static final int PAGE = 50;
    private static final int MAX_PAGES = 100;

    private final OrderStore store;
    private final MeteringStore meters;
    private final Outbox outbox;

    Placement(OrderStore store, MeteringStore meters, Outbox outbox) {
        this.store = store;
        this.meters = meters;
        this.outbox = outbox;
    }

    Outcome<MeterOrder> place(Caller caller, MeterOrder order) {
        Optional<MeterOrder> first = store.find(order.id());
        if (first.isPresent()) {
            return again(first.get(), order);
        }
        Optional<Outcome<MeterOrder>> flaw = flaw(order);
        if (flaw.isPresent()) {
            return flaw.get();
        }
        if (order.kind().equals(SUPPLY)) {
            Optional<Outcome<MeterOrder>> stale = supersede(order);
            if (stale.isPresent()) {
                return stale.get();
            }
        }
        MeterOrder queued = queued(caller, order);
        store.add(queued);
        outbox.put(Outbox.ORDER, order.meter().value(), payload(queued));
        return Outcome.accepted(queued);
    }

    private static Outcome<MeterOrder> again(MeterOrder first, MeterOrder order) {
        boolean same =
                first.meter().equals(order.meter())
                        && first.kind().equals(order.kind())
                        && first.argument().equals(order.argument())
                        && first.number() == order.number();
        return same
                ? Outcome.accepted(first)
                : Outcome.refused(
                        "IDEMPOTENCY_CONFLICT",
                        "id",
                        "order " + order.id() + " exists with another content; use a new id");
    }

    private Optional<Outcome<MeterOrder>> flaw(MeterOrder order) {
        if (!KINDS.contains(order.kind())) {
            return refused("UNKNOWN_KIND", "kind", "orders are " + KINDS);
        }
        boolean supply = order.kind().equals(SUPPLY);
        if (supply && !SUPPLIES.contains(order.argument())) {
            return refused("UNKNOWN_SUPPLY", "argument", "supply is one of " + SUPPLIES);
        }
        if (supply != order.number() > 0) {
            return refused("BAD_NUMBER", "number", "supply orders, and only they, have a number");
        }
        if (!order.expires().isAfter(order.placed())) {
            return refused("BAD_EXPIRY", "expires", "an order expires after it was placed");
        }
        if (!meters.meters(Set.of(order.meter())).containsKey(order.meter())) {
            return refused("UNKNOWN_METER", "meter", "no meter " + order.meter());
        }
        return Optional.empty();
    }

    private Optional<Outcome<MeterOrder>> supersede(MeterOrder order) {
        List<MeterOrder> open = store.openSupply(order.meter());
        Optional<MeterOrder> newest = newest(order.meter());
        if (newest.filter(known -> !mayFollow(known, order)).isPresent()) {
            return refused(
                    "STALE_INTENT",
                    "number",
                    "meter "
                            + order.meter()
                            + " was ordered "
                            + newest.get().argument()
                            + " with number "
                            + newest.get().number()
                            + "; "
                            + order.argument()
                            + " needs a higher one than "
                            + order.number());
        }
        for (MeterOrder older : open) {
            OrderChange.ended(older, State.SUPERSEDED, "superseded by " + order.id())
                    .map(
                            ended -> {
                                store.update(ended);
                                return ended;
                            });
        }
        return Optional.empty();
    }

    /** The same intent may be asserted again; another one needs a higher number. */
    private static boolean mayFollow(MeterOrder known, MeterOrder order) {
        return order.number() > known.number()
                || order.number() == known.number() && order.argument().equals(known.argument());
    }

    /** Numbers only grow, so the last supply order placed has the highest. */
    Optional<MeterOrder> newest(MeterId meter) {
        Optional<String> after = Optional.empty();
        for (int page = 0; page < MAX_PAGES; page++) {
            List<MeterOrder> orders = store.list(Optional.of(meter), PAGE, after);
            Optional<MeterOrder> newest =
                    orders.stream()
                            .filter(order -> order.kind().equals(SUPPLY))
                            .max(Comparator.comparingLong(MeterOrder::number));
            if (newest.isPresent() || orders.size() < PAGE) {
                return newest;
            }
            after = Optional.of(orders.get(PAGE - 1).id().value());
        }
        return Optional.empty();
    }

    private static Optional<Outcome<MeterOrder>> refused(String code, String field, String why) {
        return Optional.of(Outcome.refused(code, field, why));
    }

    private static MeterOrder queued(Caller caller, MeterOrder order) {
        return new MeterOrder(
                order.id(),
                order.meter(),
                order.kind(),
                order.argument(),
                order.number(),
                order.priority(),
                State.QUEUED,
                0,
                order.placed(),
                order.expires(),
                order.due(),
                "",
                caller.name());
    }

    private static String payload(MeterOrder order) {
        return Json.object(Map.of("order", order.id().value(), "meter", order.meter().value()));
    }
}
