package org.openprepay.prepayment.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.openprepay.access.Access;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.MeterId;
import org.openprepay.api.Outcome;
import org.openprepay.api.Right;
import org.openprepay.api.Transactions;
import org.openprepay.api.UtilityClock;
import org.openprepay.ledger.Ledger;
import org.openprepay.metering.MeterOrder;
import org.openprepay.metering.Orders;
import org.openprepay.prepayment.Account;
import org.openprepay.prepayment.Alerts;
import org.openprepay.prepayment.PrepaymentStore;
import org.openprepay.prepayment.PrepaymentStore.Desk;
import org.openprepay.prepayment.Supply;
import org.openprepay.prepayment.SupplyDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Compares supply found with supply wanted, decides again when time passes, works the brake. */
@Component
public final class SupplyDeskService implements SupplyDesk {
    static final String MISMATCH = "SUPPLY_MISMATCH";
    private static final int PAGE = 500;

    private final PrepaymentStore store;
    private final Orders orders;
    private final Access access;
    private final Alerts alerts;
    private final Transactions transactions;
    private final UtilityClock clock;
    private final InstantSource wall;
    private final SupplyRuling ruling;
    private final Situations situations;

    @Activate
    public SupplyDeskService(
            @Reference PrepaymentStore store,
            @Reference Ledger ledger,
            @Reference Orders orders,
            @Reference Access access,
            @Reference Alerts alerts,
            @Reference Transactions transactions,
            @Reference UtilityClock clock,
            @Reference(target = "(clock=wall)") InstantSource wall,
            @Reference SupplyRuling ruling) {
        this.store = store;
        this.orders = orders;
        this.access = access;
        this.alerts = alerts;
        this.transactions = transactions;
        this.clock = clock;
        this.wall = wall;
        this.ruling = ruling;
        this.situations = new Situations(store, ledger);
    }

    @Override
    public Outcome<Supply> found(
            MeterId meter, Supply.State found, OptionalLong intent, Instant at) {
        return transactions.run(
                () -> {
                    Optional<Account> account = store.byMeter(meter);
                    if (account.isEmpty()) {
                        return Outcome.refused(
                                "NO_ACCOUNT", "Meter " + meter + " serves no account.");
                    }
                    AccountId id = account.get().id();
                    Desk desk = store.lock(Set.of(id)).get(id);
                    return desk == null
                            ? Counter.unknown(id)
                            : Outcome.accepted(reported(account.get(), desk, found, intent, at));
                });
    }

    private Supply reported(
            Account account, Desk desk, Supply.State found, OptionalLong intent, Instant at) {
        Supply before = desk.supply();
        if (before.foundAt().filter(at::isBefore).isPresent()) {
            return before;
        }
        Supply seen =
                new Supply(
                        before.wanted(),
                        before.intent(),
                        Optional.of(found),
                        before.since(),
                        before.why(),
                        Optional.of(at));
        if (!before.found().equals(seen.found())) {
            ruling.relay().live(account, seen);
        }
        Supply next =
                agrees(found, before.wanted())
                        ? agreed(account, seen, intent, at)
                        : disagreed(account, seen);
        store.put(List.of(Desks.supply(marked(desk, found), next)));
        return next;
    }

    /** Remembers since when, in utility time, the meter says that supply is off. */
    private Desk marked(Desk desk, Supply.State found) {
        Marks marks = new Marks(desk.levels());
        if (found != Supply.State.OFF) {
            return Desks.marks(desk, marks.without(Marks.FOUND_OFF::equals));
        }
        return marks.has(Marks.FOUND_OFF)
                ? desk
                : Desks.marks(desk, marks.with(Marks.FOUND_OFF, clock.instant()));
    }

    private Supply agreed(Account account, Supply seen, OptionalLong intent, Instant at) {
        orders.openSupply(account.meter())
                .filter(order -> confirms(order, seen, intent, at))
                .ifPresent(order -> confirm(order, seen));
        alerts.clear(MISMATCH, account.id().value());
        return seen;
    }

    private static boolean confirms(
            MeterOrder order, Supply seen, OptionalLong intent, Instant at) {
        boolean ours = order.number() == seen.intent() && !at.isBefore(order.placed());
        return ours && (intent.isEmpty() || intent.getAsLong() >= order.number());
    }

    private void confirm(MeterOrder order, Supply seen) {
        String found = seen.found().map(Enum::name).orElse("");
        orders.confirmed(order.id(), "found " + found, wall.instant()).orThrow();
    }

    /** With an order in flight the pump goes on; else a new intent asserts what is wanted. */
    private Supply disagreed(Account account, Supply seen) {
        if (orders.openSupply(account.meter()).isPresent()) {
            return seen;
        }
        int times =
                store.openAlert(MISMATCH, account.id().value()).map(Alerts.Alert::count).orElse(0);
        alerts.raise(
                times + 1 >= ruling.settings().disagreements() ? "critical" : "warning",
                MISMATCH,
                account.id().value(),
                "Meter "
                        + account.meter()
                        + " reports "
                        + seen.found().map(Enum::name).orElse("")
                        + " but "
                        + seen.wanted()
                        + " is wanted.");
        return ruling.relay().order(account, seen, seen.wanted(), seen.why(), clock.instant());
    }

    /** Armed waits for the customer's hand; closed by it, it is what was wanted. */
    private static boolean agrees(Supply.State found, Supply.State wanted) {
        return found == wanted
                || found == Supply.State.ARMED && wanted == Supply.State.ON
                || found == Supply.State.ON && wanted == Supply.State.ARMED;
    }

    @Override
    public Outcome<Integer> review(Set<AccountId> accounts) {
        return transactions.run(
                () -> {
                    Map<AccountId, Situation> locked = situations.lock(accounts);
                    return Outcome.accepted(ruling.decide(locked.values()).size());
                });
    }

    @Override
    public List<AccountId> toReview(int limit, String after) {
        return transactions.read(
                () -> {
                    var found = new ArrayList<AccountId>();
                    String cursor = after;
                    List<AccountId> page = store.ids(PAGE, cursor);
                    while (!page.isEmpty() && found.size() < limit) {
                        Map<AccountId, Desk> desks = store.desks(page);
                        for (AccountId id : page) {
                            Desk desk = desks.get(id);
                            if (desk != null && mayChange(desk) && found.size() < limit) {
                                found.add(id);
                            }
                        }
                        cursor = page.get(page.size() - 1).value();
                        page = store.ids(PAGE, cursor);
                    }
                    return List.copyOf(found);
                });
    }

    /** Whoever used up credit, waits for the brake, or is off: by time alone that may change. */
    private static boolean mayChange(Desk desk) {
        return desk.held()
                || desk.supply().wanted() != Supply.State.ON
                || desk.graceUntil().isPresent()
                || new Marks(desk.levels()).has(Marks.BELOW);
    }

    @Override
    public Brake brake(Caller caller) {
        caller.require(Right.VIEW);
        return transactions.read(() -> ruling.brakes().now());
    }

    @Override
    public Outcome<Brake> brake(Caller caller, boolean stopped, String reason) {
        caller.require(Right.ADMINISTER);
        if (reason.isBlank()) {
            return Outcome.refused("REASON_REQUIRED", "reason", "The brake needs a reason.");
        }
        Outcome<Brake> outcome =
                transactions.run(
                        () -> {
                            access.audit(
                                    caller,
                                    stopped ? "brake.stop" : "brake.release",
                                    "brake",
                                    reason);
                            return Outcome.accepted(
                                    ruling.brakes().set(stopped, reason, caller.name()));
                        });
        if (outcome.isAccepted() && !stopped) {
            releaseHeld();
        }
        return outcome.isAccepted() ? Outcome.accepted(brake(caller)) : outcome;
    }

    /** Held cuts are decided anew, in batches of their own transactions. */
    private void releaseHeld() {
        String cursor = "";
        List<AccountId> page = toReview(PAGE, cursor);
        while (!page.isEmpty()) {
            review(Set.copyOf(page)).orThrow();
            cursor = page.get(page.size() - 1).value();
            page = toReview(PAGE, cursor);
        }
    }
}
