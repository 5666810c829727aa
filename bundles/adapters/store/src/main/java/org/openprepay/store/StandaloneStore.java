package org.openprepay.store;

import java.time.InstantSource;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import org.openprepay.access.AccessStore;
import org.openprepay.api.Backup;
import org.openprepay.api.Outbox;
import org.openprepay.api.Transactions;
import org.openprepay.customers.CustomerStore;
import org.openprepay.ledger.LedgerStore;
import org.openprepay.metering.MeteringStore;
import org.openprepay.metering.OrderStore;
import org.openprepay.notices.NoticeStore;
import org.openprepay.prepayment.PrepaymentStore;
import org.openprepay.rulebook.RulebookStore;
import org.openprepay.store.access.JpaAccessStore;
import org.openprepay.store.customers.JpaCustomerStore;
import org.openprepay.store.database.Database;
import org.openprepay.store.database.StoreSettings;
import org.openprepay.store.ledger.JdbcLedgerStore;
import org.openprepay.store.metering.JdbcMeteringStore;
import org.openprepay.store.metering.JdbcOrderStore;
import org.openprepay.store.notices.JpaNoticeStore;
import org.openprepay.store.outbox.JdbcOutbox;
import org.openprepay.store.prepayment.JdbcPrepaymentStore;
import org.openprepay.store.rulebook.JpaRulebookStore;
import org.openprepay.store.tx.JpaTransactions;
import org.openprepay.store.tx.Sql;

/** Every port of the store in a plain JVM: tests, benchmarks, the simulated world. */
public final class StandaloneStore implements AutoCloseable {
    private final Database database;
    private final EntityManagerFactory factory;
    private final JpaTransactions transactions;
    private final Sql sql;
    private final InstantSource wall;

    private StandaloneStore(Database database, InstantSource wall) {
        this.database = database;
        this.wall = wall;
        this.factory =
                Persistence.createEntityManagerFactory(
                        "openprepay",
                        Map.of("javax.persistence.nonJtaDataSource", database.application()));
        this.transactions = new JpaTransactions(factory);
        this.sql = new Sql(transactions);
    }

    /**
     * Migrates and opens.
     *
     * @param wall the wall clock, for outbox rows and names of backups
     */
    public static StandaloneStore open(StoreSettings settings, InstantSource wall) {
        return new StandaloneStore(Database.open(settings), wall);
    }

    public Transactions transactions() {
        return transactions;
    }

    public Outbox outbox() {
        return new JdbcOutbox(sql, transactions, wall);
    }

    public LedgerStore ledger() {
        return new JdbcLedgerStore(sql);
    }

    public MeteringStore metering() {
        return new JdbcMeteringStore(sql);
    }

    public OrderStore orders() {
        return new JdbcOrderStore(sql);
    }

    public PrepaymentStore prepayment() {
        return new JdbcPrepaymentStore(sql);
    }

    public CustomerStore customers() {
        return new JpaCustomerStore(transactions);
    }

    public NoticeStore notices() {
        return new JpaNoticeStore(transactions);
    }

    public AccessStore access() {
        return new JpaAccessStore(transactions, sql);
    }

    public RulebookStore rulebook() {
        return new JpaRulebookStore(transactions, sql);
    }

    public Backup backup() {
        return database.backup(wall);
    }

    /** Ends the connections, as a database that is stopped does. */
    void closeDatabase() {
        database.close();
    }

    @Override
    public void close() {
        factory.close();
        database.close();
    }
}
