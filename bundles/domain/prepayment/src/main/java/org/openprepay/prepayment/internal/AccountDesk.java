package org.openprepay.prepayment.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openprepay.access.Access;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.EntryId;
import org.openprepay.api.Money;
import org.openprepay.api.Outbox;
import org.openprepay.api.Outcome;
import org.openprepay.api.Right;
import org.openprepay.api.Slice;
import org.openprepay.api.Transactions;
import org.openprepay.api.UtilityClock;
import org.openprepay.customers.Customers;
import org.openprepay.ledger.Entry;
import org.openprepay.ledger.Ledger;
import org.openprepay.metering.Metering;
import org.openprepay.notices.Notice;
import org.openprepay.notices.Notices;
import org.openprepay.prepayment.Account;
import org.openprepay.prepayment.Accounts;
import org.openprepay.prepayment.PrepaymentStore;
import org.openprepay.prepayment.Supply;
import org.openprepay.rulebook.Rulebook;
import org.openprepay.tariff.BillCodec;
import org.openprepay.tariff.BillLine;
import org.openprepay.tariff.Tariffs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The clerk's door: checks rights, opens transactions, and leaves the work to its parts. */
@Component
public final class AccountDesk implements Accounts {
    private final PrepaymentStore store;
    private final Ledger ledger;
    private final Notices notices;
    private final Access access;
    private final Transactions transactions;
    private final SupplyRuling ruling;
    private final Billing billing;
    private final Opening opening;
    private final Counter counter;
    private final UnitSales sales;
    private final Guarding guarding;
    private final Views views;

    @Activate
    public AccountDesk(
            @Reference PrepaymentStore store,
            @Reference Customers customers,
            @Reference Ledger ledger,
            @Reference Tariffs tariffs,
            @Reference BillCodec codec,
            @Reference Metering metering,
            @Reference Notices notices,
            @Reference Access access,
            @Reference Rulebook rulebook,
            @Reference Outbox outbox,
            @Reference Transactions transactions,
            @Reference UtilityClock clock,
            @Reference SupplyRuling ruling) {
        this.store = store;
        this.ledger = ledger;
        this.notices = notices;
        this.access = access;
        this.transactions = transactions;
        this.ruling = ruling;
        var situations = new Situations(store, ledger);
        this.billing = new Billing(store, tariffs, codec, metering);
        this.opening =
                new Opening(store, customers, metering, tariffs, codec, rulebook, ruling.relay());
        this.counter = new Counter(ledger, access, clock, ruling, situations, new LiveRows(outbox));
        this.sales = new UnitSales(store, ledger, tariffs, access, clock, situations, billing);
        this.guarding = new Guarding(store, access, clock, situations, ruling);
        this.views = new Views(store, customers, ledger, metering, rulebook, clock);
    }

    @Override
    public Outcome<Account> open(Caller caller, Account account) {
        caller.require(Right.SELL);
        return transactions.run(
                () ->
                        opening.known(account)
                                .orElseGet(
                                        () ->
                                                opening.checked(caller, account)
                                                        .then(each -> opened(caller, each))));
    }

    private Outcome<Account> opened(Caller caller, Account account) {
        return opening.keep(caller, account)
                .map(
                        desk -> {
                            access.audit(
                                    caller,
                                    "account.open",
                                    account.id().value(),
                                    account.customer() + " " + account.meter());
                            ruling.relay().place(account, desk.supply());
                            ruling.relay().live(account, desk.supply());
                            return account;
                        });
    }

    @Override
    public Optional<View> find(Caller caller, AccountId id) {
        caller.require(Right.VIEW);
        return transactions.read(
                () -> store.account(id).map(account -> views.of(caller, account, true)));
    }

    /** Without the days left, which would read a week of entries of each account. */
    @Override
    public Slice<View> list(Caller caller, int limit, Optional<String> after) {
        caller.require(Right.VIEW);
        int most = Math.max(1, Math.min(limit, Slice.MAX));
        return transactions.read(
                () -> {
                    List<Account> rows = store.list(most + 1, after);
                    List<Account> shown = rows.subList(0, Math.min(most, rows.size()));
                    return new Slice<>(
                            shown.stream().map(each -> views.of(caller, each, false)).toList(),
                            rows.size() > most
                                    ? Optional.of(shown.get(most - 1).id().value())
                                    : Optional.empty());
                });
    }

    @Override
    public Outcome<Receipt> credit(Caller caller, AccountId account, Credit credit) {
        caller.require(Right.SELL);
        if (credit.tender().equals(Counter.ADJUSTMENT)) {
            caller.require(Right.ADMINISTER);
        }
        return transactions.run(() -> counter.credit(caller, account, credit));
    }

    @Override
    public Outcome<Receipt> reverse(
            Caller caller, AccountId account, EntryId credit, EntryId newId, String why) {
        caller.require(Right.ADMINISTER);
        return transactions.run(() -> counter.reverse(caller, account, credit, newId, why));
    }

    @Override
    public Slice<Entry> statement(
            Caller caller,
            AccountId account,
            Instant from,
            Instant to,
            int limit,
            Optional<String> after) {
        caller.require(Right.VIEW);
        return ledger.statement("account/" + account + "/", from, to, limit, after);
    }

    @Override
    public List<BillLine> bill(Caller caller, AccountId account) {
        caller.require(Right.VIEW);
        return transactions.read(
                () ->
                        Optional.ofNullable(store.newest(Set.of(account)).get(account))
                                .map(checkpoint -> billing.read(checkpoint).lines())
                                .orElse(List.of()));
    }

    @Override
    public Outcome<Receipt> acceptEmergencyCredit(Caller caller, AccountId account, EntryId id) {
        caller.require(Right.SELL);
        return transactions.run(() -> counter.lend(caller, account, id));
    }

    @Override
    public Outcome<Protection> protect(Caller caller, AccountId account, Protection protection) {
        caller.require(Right.SELL);
        return transactions.run(() -> guarding.protect(caller, account, protection));
    }

    @Override
    public Outcome<Protection> unprotect(
            Caller caller, AccountId account, String protection, String reason) {
        caller.require(protection.startsWith("override-") ? Right.ADMINISTER : Right.SELL);
        return transactions.run(() -> guarding.unprotect(caller, account, protection, reason));
    }

    @Override
    public Outcome<Supply> override(
            Caller caller, AccountId account, Supply.State state, Instant until, String reason) {
        caller.require(Right.ADMINISTER);
        return transactions.run(() -> guarding.override(caller, account, state, until, reason));
    }

    @Override
    public Outcome<Tariffs.Quote> quote(Caller caller, AccountId account, Money money) {
        caller.require(Right.SELL);
        return transactions.read(
                () ->
                        store.account(account)
                                .map(known -> sales.quote(known, money))
                                .orElse(Counter.unknown(account)));
    }

    @Override
    public Outcome<Sale> sellUnits(
            Caller caller, AccountId account, EntryId id, Money money, String tender) {
        caller.require(Right.SELL);
        return transactions.run(() -> sales.sell(caller, account, id, money, tender));
    }

    @Override
    public List<Notice> notices(Caller caller, AccountId account, int limit) {
        caller.require(Right.VIEW);
        return notices.of(account, Math.max(1, Math.min(limit, Slice.MAX)));
    }
}
