package org.openprepay.prepayment.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.IdSource;
import org.openprepay.api.Money;
import org.openprepay.api.Outbox;
import org.openprepay.api.Outcome;
import org.openprepay.api.Transactions;
import org.openprepay.api.UtilityClock;
import org.openprepay.ledger.Ledger;
import org.openprepay.metering.Metering;
import org.openprepay.prepayment.Account;
import org.openprepay.prepayment.Midnight;
import org.openprepay.prepayment.PrepaymentStore;
import org.openprepay.prepayment.PrepaymentStore.Checkpoint;
import org.openprepay.prepayment.internal.Bills.Change;
import org.openprepay.tariff.BillCodec;
import org.openprepay.tariff.Tariffs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Time passes without readings too: each civil day is recognised once, whoever asks how often. */
@Component
public final class MidnightJob implements Midnight {
    private static final Caller SELF = Caller.system("midnight");

    /** Days made up in one transaction; the rest stays due. */
    private static final int MAX_DAYS = 62;

    private final PrepaymentStore store;
    private final Transactions transactions;
    private final UtilityClock clock;
    private final SupplyRuling ruling;
    private final Situations situations;
    private final Billing billing;
    private final ChargeBooks books;
    private final LiveRows live;

    @Activate
    public MidnightJob(
            @Reference PrepaymentStore store,
            @Reference Metering metering,
            @Reference Ledger ledger,
            @Reference Tariffs tariffs,
            @Reference BillCodec codec,
            @Reference Outbox outbox,
            @Reference Transactions transactions,
            @Reference UtilityClock clock,
            @Reference IdSource ids,
            @Reference SupplyRuling ruling) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
        this.ruling = ruling;
        this.situations = new Situations(store, ledger);
        this.billing = new Billing(store, tariffs, codec, metering);
        this.books = new ChargeBooks(ledger, billing, ids);
        this.live = new LiveRows(outbox);
    }

    @Override
    public List<AccountId> due(Instant now, int limit) {
        return transactions.read(() -> store.dueForMidnight(now, limit));
    }

    @Override
    public Outcome<Integer> run(List<AccountId> accounts, Instant now) {
        return transactions.run(() -> Outcome.accepted(recognise(accounts, now)));
    }

    private int recognise(List<AccountId> accounts, Instant now) {
        Map<AccountId, Situation> locked = situations.lock(accounts);
        Map<AccountId, Checkpoint> newest = store.newest(locked.keySet());
        List<Change> changes = new ArrayList<>();
        List<Checkpoint> checkpoints = new ArrayList<>();
        List<Situation> after = new ArrayList<>();
        for (Situation each : locked.values()) {
            if (isDue(each, now)) {
                Bills bills = billing.of(each.account(), newest);
                Instant next = days(each, bills, now);
                changes.addAll(bills.changes());
                checkpoints.addAll(bills.checkpoints());
                after.add(each.at(Desks.midnight(each.desk(), next)).charged(sum(each, bills)));
            }
        }
        books.post(SELF, changes, clock.instant());
        store.putCheckpoints(checkpoints);
        ruling.decide(after);
        after.forEach(each -> live.balance(each, now));
        return after.size();
    }

    private static boolean isDue(Situation situation, Instant now) {
        return situation.account().mode() == Account.Mode.WALLET
                && !situation.desk().nextMidnight().isAfter(now);
    }

    /** Recognises each day up to now; the start of the day that comes next. */
    private static Instant days(Situation situation, Bills bills, Instant now) {
        Account account = situation.account();
        Instant next = situation.desk().nextMidnight();
        for (int count = 0; count < MAX_DAYS && !next.isAfter(now); count++) {
            LocalDate day = LocalDate.ofInstant(next, account.zone());
            bills.day(next, "Charges of the day " + day);
            next = day.plusDays(1).atStartOfDay(account.zone()).toInstant();
        }
        return next;
    }

    private static Money sum(Situation situation, Bills bills) {
        return bills.changes().stream()
                .map(change -> change.priced().change())
                .reduce(Money.zero(situation.account().currency()), Money::plus);
    }
}
