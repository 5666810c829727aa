package org.openprepay.prepayment.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openprepay.access.Access;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.IdSource;
import org.openprepay.api.Money;
import org.openprepay.api.Outbox;
import org.openprepay.api.Outcome;
import org.openprepay.api.Right;
import org.openprepay.api.Transactions;
import org.openprepay.api.UsageInterval;
import org.openprepay.api.UtilityClock;
import org.openprepay.customers.Customers;
import org.openprepay.ledger.Ledger;
import org.openprepay.metering.Metering;
import org.openprepay.metering.Row;
import org.openprepay.metering.Verdict;
import org.openprepay.prepayment.Account;
import org.openprepay.prepayment.Alerts;
import org.openprepay.prepayment.Intake;
import org.openprepay.prepayment.PrepaymentStore;
import org.openprepay.prepayment.PrepaymentStore.Checkpoint;
import org.openprepay.prepayment.Supply;
import org.openprepay.prepayment.internal.Bills.Change;
import org.openprepay.prepayment.internal.Taking.Work;
import org.openprepay.tariff.BillCodec;
import org.openprepay.tariff.Tariffs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Readings come in; rules price them; the books move; supply follows; all in one transaction. */
@Component
public final class IntakeService implements Intake {
    private final PrepaymentStore store;
    private final Metering metering;
    private final Customers customers;
    private final Access access;
    private final Alerts alerts;
    private final Transactions transactions;
    private final UtilityClock clock;
    private final SupplyRuling ruling;
    private final Situations situations;
    private final Billing billing;
    private final ChargeBooks books;
    private final LiveRows live;

    @Activate
    public IntakeService(
            @Reference PrepaymentStore store,
            @Reference Metering metering,
            @Reference Customers customers,
            @Reference Ledger ledger,
            @Reference Tariffs tariffs,
            @Reference BillCodec codec,
            @Reference Access access,
            @Reference Alerts alerts,
            @Reference Outbox outbox,
            @Reference Transactions transactions,
            @Reference UtilityClock clock,
            @Reference IdSource ids,
            @Reference SupplyRuling ruling) {
        this.store = store;
        this.metering = metering;
        this.customers = customers;
        this.access = access;
        this.alerts = alerts;
        this.transactions = transactions;
        this.clock = clock;
        this.ruling = ruling;
        this.situations = new Situations(store, ledger);
        this.billing = new Billing(store, tariffs, codec, metering);
        this.books = new ChargeBooks(ledger, billing, ids);
        this.live = new LiveRows(outbox);
    }

    @Override
    public Outcome<List<Verdict>> accept(Caller caller, List<Row> rows) {
        caller.require(Right.FEED);
        if (rows.size() > MAX_ROWS) {
            return Outcome.refused(
                    "TOO_MANY_ROWS", "A batch has at most " + MAX_ROWS + " rows; send several.");
        }
        return transactions.run(
                () -> Outcome.accepted(take(caller, metering.accept(caller, rows))));
    }

    @Override
    public Outcome<Verdict> release(Caller caller, long quarantined, String reason) {
        caller.require(Right.OPERATE);
        return transactions.run(
                () ->
                        metering.release(caller, quarantined, reason)
                                .map(
                                        verdict -> {
                                            access.audit(
                                                    caller,
                                                    "quarantine.release",
                                                    String.valueOf(quarantined),
                                                    reason);
                                            return take(caller, List.of(verdict)).get(0);
                                        }));
    }

    private List<Verdict> take(Caller caller, List<Verdict> verdicts) {
        var taking = new Taking(verdicts, customers);
        if (!taking.works().isEmpty()) {
            charge(caller, taking.works());
        }
        return taking.verdicts();
    }

    private void charge(Caller caller, Map<AccountId, Work> works) {
        Map<AccountId, Situation> locked = new TreeMap<>(situations.lock(works.keySet()));
        Map<AccountId, Checkpoint> newest = store.newest(locked.keySet());
        List<Change> changes = new ArrayList<>();
        List<Checkpoint> checkpoints = new ArrayList<>();
        works.forEach(
                (id, work) -> {
                    Situation situation = locked.get(id);
                    if (situation != null && isWallet(situation)) {
                        Bills bills = billing.of(situation.account(), newest);
                        charge(work, situation.account(), bills);
                        changes.addAll(bills.changes());
                        checkpoints.addAll(bills.checkpoints());
                        locked.put(id, situation.charged(sum(situation, bills.changes())));
                    }
                });
        books.post(caller, changes, clock.instant());
        store.putCheckpoints(checkpoints);
        ruling.decide(locked.values());
        works.forEach(
                (id, work) -> Optional.ofNullable(locked.get(id)).ifPresent(s -> tell(s, work)));
    }

    private void charge(Work work, Account account, Bills bills) {
        if (work.changedFrom().isPresent()) {
            Instant from = work.changedFrom().get();
            Instant until = from.isBefore(clock.instant()) ? clock.instant() : from.plusSeconds(1);
            for (UsageInterval each : work.fresh()) {
                until = each.end().isAfter(until) ? each.end() : until;
            }
            bills.renew(from, customers.links(account.id()), until);
        } else {
            bills.add(work.fresh());
        }
    }

    private static Money sum(Situation situation, List<Change> changes) {
        return changes.stream()
                .map(change -> change.priced().change())
                .reduce(Money.zero(situation.account().currency()), Money::plus);
    }

    private void tell(Situation situation, Work work) {
        work.fresh().stream()
                .max(Comparator.comparing(UsageInterval::end))
                .ifPresent(newest -> live.reading(situation, newest));
        Supply supply = situation.desk().supply();
        Optional<Instant> offSince = new Marks(situation.desk().levels()).since(Marks.FOUND_OFF);
        boolean used =
                supply.wanted() == Supply.State.OFF
                        && offSince.isPresent()
                        && work.fresh().stream()
                                .anyMatch(
                                        each ->
                                                each.amount().signum() > 0
                                                        && !each.start().isBefore(offSince.get()));
        if (used) {
            alerts.raise(
                    "critical",
                    "USE_WHILE_OFF",
                    situation.account().id().value(),
                    "Meter " + situation.account().meter() + " counts although it reported off.");
        }
    }

    private static boolean isWallet(Situation situation) {
        return situation.account().mode() == Account.Mode.WALLET;
    }
}
