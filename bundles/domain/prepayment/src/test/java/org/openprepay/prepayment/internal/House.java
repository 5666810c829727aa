package org.openprepay.prepayment.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.CustomerId;
import org.openprepay.api.EntryId;
import org.openprepay.api.MeterId;
import org.openprepay.api.Money;
import org.openprepay.api.Outcome;
import org.openprepay.api.ServicePointId;
import org.openprepay.api.UtilityClock;
import org.openprepay.ledger.FakeLedgerStore;
import org.openprepay.ledger.FakeTransactions;
import org.openprepay.ledger.Ledger;
import org.openprepay.ledger.internal.LedgerService;
import org.openprepay.metering.Row;
import org.openprepay.prepayment.Account;
import org.openprepay.prepayment.Accounts;
import org.openprepay.prepayment.Supply;

/** A small utility in memory: real prepayment and ledger, fakes around them. */
final class House {
    static final Caller CLERK = Caller.system("test");
    static final Caller METER = Caller.system("meter");

    /** A Monday, 09:00 in Nairobi. */
    static final Instant START = Instant.parse("2026-03-02T06:00:00Z");

    final FakeTransactions transactions = new FakeTransactions();
    final FakePrepaymentStore store = transactions.with(new FakePrepaymentStore());
    final FakeLedgerStore journal = transactions.with(new FakeLedgerStore());
    final FakeMetering metering = transactions.with(new FakeMetering());
    final FakeOrders orders = transactions.with(new FakeOrders());
    final FakeCustomers customers = transactions.with(new FakeCustomers());
    final Recorded recorded = transactions.with(new Recorded());
    final FlatTariffs tariffs = new FlatTariffs();
    final FakeRulebook rulebook = new FakeRulebook();
    final Ledger ledger = new LedgerService(journal, transactions);
    final AtomicLong ids = new AtomicLong();
    Instant now = START;
    Instant wall = START;
    final UtilityClock clock =
            new UtilityClock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public double pace() {
                    return 1;
                }
            };
    final AlertDesk alerts =
            new AlertDesk(store, recorded.access(), recorded.outbox(), transactions, () -> wall);
    final SupplyRuling ruling =
            new SupplyRuling(
                    store,
                    rulebook,
                    metering,
                    orders,
                    recorded.notices(),
                    alerts,
                    recorded.outbox(),
                    clock,
                    () -> wall,
                    this::id,
                    new Settings(
                            2,
                            Duration.ofHours(48),
                            Duration.ofDays(5),
                            Duration.ofHours(72),
                            Duration.ofHours(24),
                            3));
    final AccountDesk accounts =
            new AccountDesk(
                    store,
                    customers,
                    ledger,
                    tariffs,
                    tariffs,
                    metering,
                    recorded.notices(),
                    recorded.access(),
                    rulebook,
                    recorded.outbox(),
                    transactions,
                    clock,
                    ruling);
    final IntakeService intake =
            new IntakeService(
                    store,
                    metering,
                    customers,
                    ledger,
                    tariffs,
                    tariffs,
                    recorded.access(),
                    alerts,
                    recorded.outbox(),
                    transactions,
                    clock,
                    this::id,
                    ruling);
    final SupplyDeskService supply =
            new SupplyDeskService(
                    store,
                    ledger,
                    orders,
                    recorded.access(),
                    alerts,
                    transactions,
                    clock,
                    () -> wall,
                    ruling);

    String id() {
        return "i" + ids.incrementAndGet();
    }

    /** The job as after a restart: nothing but the store remembers. */
    MidnightJob midnight() {
        return new MidnightJob(
                store,
                metering,
                ledger,
                tariffs,
                tariffs,
                recorded.outbox(),
                transactions,
                clock,
                this::id,
                ruling);
    }

    /** Opens account a-n with meter m-n. */
    AccountId open(int number, Account.Mode mode) {
        return accounts.open(CLERK, account(number, mode)).orThrow().id();
    }

    Account account(int number, Account.Mode mode) {
        return new Account(
                new AccountId("a" + number),
                new CustomerId("c" + number),
                new ServicePointId("s" + number),
                new MeterId("m" + number),
                mode,
                "flat",
                "house",
                "KES",
                FakeCustomers.ZONE,
                START,
                Optional.empty());
    }

    Outcome<Accounts.Receipt> pay(String account, String id, String amount) {
        return accounts.credit(
                CLERK,
                new AccountId(account),
                new Accounts.Credit(new EntryId(id), Money.of("KES", amount), "cash", ""));
    }

    /** Half-hourly usage from an instant on. */
    void use(String meter, Instant start, String... values) {
        intake.accept(METER, List.of(row(meter, start, values))).orThrow();
    }

    static Row row(String meter, Instant start, String... values) {
        return new Row.Profile(
                new MeterId(meter),
                "1.8.0",
                start,
                Duration.ofMinutes(30),
                Arrays.stream(values).map(BigDecimal::new).toList(),
                "kWh",
                "test");
    }

    void later(Duration time) {
        now = now.plus(time);
        wall = wall.plus(time);
    }

    Supply report(String meter, Supply.State found) {
        return supply.found(new MeterId(meter), found, OptionalLong.empty(), wall).orThrow();
    }

    Accounts.View view(String account) {
        return accounts.find(CLERK, new AccountId(account)).orElseThrow();
    }

    Supply.State wanted(String account) {
        return view(account).supply().wanted();
    }

    String balance(String account) {
        return view(account).balance().amount().toPlainString();
    }
}
