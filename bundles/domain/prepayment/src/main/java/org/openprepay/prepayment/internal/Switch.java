package org.openprepay.prepayment.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openprepay.api.Caller;
import org.openprepay.api.Commodity;
import org.openprepay.api.IdSource;
import org.openprepay.api.Json;
import org.openprepay.api.MeterId;
import org.openprepay.api.OrderId;
import org.openprepay.api.Outbox;
import org.openprepay.metering.MeterOrder;
import org.openprepay.metering.Metering;
import org.openprepay.metering.Orders;
import org.openprepay.prepayment.Account;
import org.openprepay.prepayment.Supply;

/** Makes a new intent and the order that carries it to the meter. */
final class Switch {
    private static final int RECONNECT = 1;
    private static final int DISCONNECT = 2;
    private static final Caller SELF = Caller.system("supply");

    private final Metering metering;
    private final Orders orders;
    private final Outbox outbox;
    private final InstantSource wall;
    private final IdSource ids;
    private final Settings settings;

    Switch(
            Metering metering,
            Orders orders,
            Outbox outbox,
            InstantSource wall,
            IdSource ids,
            Settings settings) {
        this.metering = metering;
        this.orders = orders;
        this.outbox = outbox;
        this.wall = wall;
        this.ids = ids;
        this.settings = settings;
    }

    /** Gas is only armed from afar: opening needs a local hand. */
    Supply.State on(Account account) {
        return metering.find(account.meter())
                .filter(meter -> meter.commodity() == Commodity.GAS)
                .map(meter -> Supply.State.ARMED)
                .orElse(Supply.State.ON);
    }

    /** The next intent, ordered in the running transaction. */
    Supply order(Account account, Supply before, Supply.State wanted, String why, Instant now) {
        Supply next =
                new Supply(wanted, before.intent() + 1, before.found(), now, why, before.foundAt());
        place(account, next);
        live(account, next);
        return next;
    }

    /** Above every number the meter was ever sent, for whichever account. */
    long nextIntent(MeterId meter) {
        return orders.newestIntent(meter) + 1;
    }

    /** Sends the intent to the meter. */
    void place(Account account, Supply supply) {
        Instant at = wall.instant();
        var id = new OrderId("supply:" + ids.next());
        orders.place(
                        SELF,
                        new MeterOrder(
                                id,
                                account.meter(),
                                "supply",
                                supply.wanted().name(),
                                supply.intent(),
                                supply.wanted() == Supply.State.OFF ? DISCONNECT : RECONNECT,
                                MeterOrder.State.QUEUED,
                                0,
                                at,
                                at.plus(settings.orderLife()),
                                at,
                                supply.why(),
                                SELF.name()))
                .orThrow();
        outbox.put(
                Outbox.ORDER,
                account.meter().value(),
                Json.object(Map.of("order", id.value(), "number", supply.intent())));
    }

    /** Tells whoever watches. */
    void live(Account account, Supply supply) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("account", account.id());
        fields.put("meter", account.meter());
        fields.put("wanted", supply.wanted());
        fields.put("found", supply.found().map(Enum::name).orElse(""));
        fields.put("why", supply.why());
        fields.put("at", supply.since());
        outbox.put("live.supply", account.id().value(), Json.object(fields));
    }
}
