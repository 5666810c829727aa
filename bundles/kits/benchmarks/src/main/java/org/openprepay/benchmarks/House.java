package org.openprepay.benchmarks;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.openprepay.access.Access;
import org.openprepay.access.internal.AccessDesk;
import org.openprepay.api.IdSource;
import org.openprepay.api.Outbox;
import org.openprepay.api.Transactions;
import org.openprepay.customers.Customers;
import org.openprepay.customers.internal.CustomerDesk;
import org.openprepay.ledger.Ledger;
import org.openprepay.ledger.internal.LedgerService;
import org.openprepay.metering.Metering;
import org.openprepay.metering.Orders;
import org.openprepay.metering.internal.OrderDesk;
import org.openprepay.metering.internal.ReadingDesk;
import org.openprepay.notices.Notices;
import org.openprepay.notices.internal.NoticeDesk;
import org.openprepay.prepayment.Accounts;
import org.openprepay.prepayment.Alerts;
import org.openprepay.prepayment.Intake;
import org.openprepay.prepayment.PrepaymentStore;
import org.openprepay.prepayment.internal.AccountDesk;
import org.openprepay.prepayment.internal.AlertDesk;
import org.openprepay.prepayment.internal.IntakeService;
import org.openprepay.prepayment.internal.PolicyKind;
import org.openprepay.prepayment.internal.SupplyRuling;
import org.openprepay.rulebook.PackKind;
import org.openprepay.rulebook.Rulebook;
import org.openprepay.rulebook.internal.RulebookService;
import org.openprepay.rules.drools.DroolsRuleEngine;
import org.openprepay.store.StandaloneStore;
import org.openprepay.tariff.BillCodec;
import org.openprepay.tariff.Tariffs;
import org.openprepay.tariff.internal.RunningBills;
import org.openprepay.tariff.internal.TariffPackKind;
import org.openprepay.tariff.internal.TextBillCodec;

/** The whole server between the doors and the database, all of it real. */
final class House {
    private final AtomicLong ids = new AtomicLong();
    private final InstantSource wall = InstantSource.system();
    private final IdSource idSource = () -> String.format("%026d", ids.incrementAndGet());

    final UtilityTime clock;
    final Transactions transactions;
    final Rulebook rulebook;
    final Customers customers;
    final Metering metering;
    final Accounts accounts;
    final Intake intake;

    House(StandaloneStore store, Instant start) {
        clock = new UtilityTime(start);
        transactions = store.transactions();
        Outbox outbox = store.outbox();
        rulebook = rulebook(store, outbox);
        customers = new CustomerDesk(transactions, store.customers());
        metering =
                Component.unconfigured(
                        ReadingDesk.class, transactions, store.metering(), clock, wall);
        Ledger ledger = new LedgerService(store.ledger(), transactions);
        Tariffs tariffs = new RunningBills(rulebook);
        BillCodec codec = new TextBillCodec();
        Orders orders = new OrderDesk(transactions, store.orders(), store.metering(), outbox);
        Notices notices = new NoticeDesk(transactions, store.notices(), outbox);
        Access access =
                Component.unconfigured(AccessDesk.class, transactions, store.access(), wall);
        PrepaymentStore desks = store.prepayment();
        Alerts alerts = new AlertDesk(desks, access, outbox, transactions, wall);
        SupplyRuling ruling =
                Component.unconfigured(
                        SupplyRuling.class,
                        desks,
                        rulebook,
                        metering,
                        orders,
                        notices,
                        alerts,
                        outbox,
                        clock,
                        wall,
                        idSource);
        accounts =
                new AccountDesk(
                        desks,
                        customers,
                        ledger,
                        tariffs,
                        codec,
                        metering,
                        notices,
                        access,
                        rulebook,
                        outbox,
                        transactions,
                        clock,
                        ruling);
        intake =
                new IntakeService(
                        desks,
                        metering,
                        customers,
                        ledger,
                        tariffs,
                        codec,
                        access,
                        alerts,
                        outbox,
                        transactions,
                        clock,
                        idSource,
                        ruling);
    }

    private Rulebook rulebook(StandaloneStore store, Outbox outbox) {
        var engine = DroolsRuleEngine.plain();
        Map<String, PackKind> kinds =
                Map.of("tariff", new TariffPackKind(engine), "policy", new PolicyKind());
        return new RulebookService(
                transactions,
                outbox,
                store.rulebook(),
                engine,
                name -> Optional.ofNullable(kinds.get(name)));
    }
}
