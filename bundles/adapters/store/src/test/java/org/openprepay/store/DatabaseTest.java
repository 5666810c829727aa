package org.openprepay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.openprepay.store.Fixtures.CLOCK;
import static org.openprepay.store.Fixtures.NOON;
import static org.openprepay.store.Fixtures.account;
import static org.openprepay.store.Fixtures.credit;
import static org.openprepay.store.Fixtures.doing;
import static org.openprepay.store.Fixtures.fresh;
import static org.openprepay.store.Fixtures.together;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openprepay.access.Access;
import org.openprepay.api.AccountId;
import org.openprepay.api.EntryId;
import org.openprepay.api.Money;
import org.openprepay.api.Outcome;
import org.openprepay.api.Transactions.StoreUnavailable;
import org.openprepay.ledger.Book;
import org.openprepay.ledger.Ledger;
import org.openprepay.store.database.Database;
import org.openprepay.store.database.StoreSettings;

/** Identities, transactions, restarts and copies on both databases. */
class DatabaseTest {
    @Nested
    class OnH2 extends Contract {
        OnH2() {
            super(Databases.H2);
        }
    }

    @Nested
    class OnMariaDb extends Contract {
        OnMariaDb() {
            super(Databases.MARIADB);
        }
    }

    abstract static class Contract {
        private final Databases kind;
        private final AccountId account = account();

        Contract(Databases kind) {
            this.kind = kind;
        }

        @Test
        @Tag("ACCT-05")
        void theApplicationCannotChangeJournalAndAuditNorTheSchema() throws Exception {
            try (var database = Database.open(kind.fresh());
                    var connection = database.application().getConnection();
                    var statement = connection.createStatement()) {
                for (String table : List.of("journal_entry", "posting", "reversal", "audit")) {
                    for (String sql :
                            List.of(
                                    "update T set occurred = 1",
                                    "delete from T",
                                    "truncate table T",
                                    "drop table T",
                                    "alter table T add column more int")) {
                        assertThrows(
                                SQLException.class,
                                () -> statement.execute(sql.replace("T", table)),
                                sql + " on " + table);
                    }
                    statement.executeQuery("select count(*) from " + table).close();
                }
                assertThrows(
                        SQLException.class, () -> statement.execute("create table mine (id int)"));
            }
        }

        @Test
        @Tag("ACCT-04")
        void aRefusalRollsBackEverythingAndTellsWhy() {
            StandaloneStore store = kind.shared();
            String id = fresh("E");
            Outcome<Integer> refused =
                    store.transactions()
                            .run(
                                    () -> {
                                        store.ledger().append(List.of(credit(id, account, "1")));
                                        store.transactions().run(() -> Outcome.refused("NO", "no"));
                                        return Outcome.accepted(1);
                                    });
            assertEquals(Outcome.refused("NO", "no"), refused);
            assertEquals(Set.of(), store.ledger().find(List.of(new EntryId(id))).keySet());
        }

        @Test
        void anExceptionRollsBackAndWakesNobody() {
            StandaloneStore store = kind.shared();
            String id = fresh("E");
            var woken = new AtomicInteger();
            assertThrows(
                    IllegalStateException.class,
                    () ->
                            doing(
                                    store,
                                    () -> {
                                        store.transactions().afterCommit(woken::incrementAndGet);
                                        store.ledger().append(List.of(credit(id, account, "1")));
                                        throw new IllegalStateException("deliberate");
                                    }));
            assertEquals(Set.of(), store.ledger().find(List.of(new EntryId(id))).keySet());
            assertEquals(0, woken.get());
            doing(store, () -> store.transactions().afterCommit(woken::incrementAndGet));
            assertEquals(1, woken.get());
        }

        @Test
        void accountsLockedInIdOrderNeverDeadlockAndLoseNoCount() throws Exception {
            StandaloneStore store = kind.shared();
            List<AccountId> ids = List.of(account(), account(), account());
            doing(store, () -> ids.forEach(id -> store.prepayment().add(PortsTest.account(id))));
            doing(store, () -> store.prepayment().put(ids.stream().map(PortsTest::desk).toList()));
            together(
                    8,
                    () -> {
                        for (int i = 0; i < 20; i++) {
                            doing(
                                    store,
                                    () ->
                                            store.prepayment()
                                                    .put(
                                                            store
                                                                    .prepayment()
                                                                    .lock(ids)
                                                                    .values()
                                                                    .stream()
                                                                    .map(PortsTest::next)
                                                                    .toList()));
                        }
                        return true;
                    });
            store.prepayment()
                    .desks(ids)
                    .values()
                    .forEach(desk -> assertEquals(160, desk.version()));
        }

        @Test
        @Tag("REL-05")
        void aRestartKeepsEverything() {
            StoreSettings settings = kind.fresh();
            String id = fresh("E");
            try (var store = Databases.open(settings)) {
                doing(store, () -> store.ledger().append(List.of(credit(id, account, "1"))));
            }
            try (var store = Databases.open(settings)) {
                assertEquals(1, store.ledger().find(List.of(new EntryId(id))).size());
            }
        }

        @Test
        void aStoppedDatabaseIsToldAsUnavailable() {
            var store = Databases.open(kind.fresh());
            doing(store, () -> store.ledger().append(List.of(credit("E", account, "1"))));
            store.closeDatabase();
            assertThrows(StoreUnavailable.class, () -> store.ledger().sums());
            store.close();
        }

        @Test
        @Tag("REL-09")
        void aCopyTakenUnderLoadRestoresIntoTheOtherDatabaseWithItsBooksAtZero() throws Exception {
            Path file;
            try (var store = Databases.open(kind.fresh())) {
                doing(store, () -> store.access().audit(record()));
                var files =
                        together(
                                4,
                                () -> {
                                    for (int i = 0; i < 30; i++) {
                                        var entry = credit(fresh("E"), account, "1.5");
                                        doing(store, () -> store.ledger().append(List.of(entry)));
                                    }
                                    return store.backup().backup(Databases.folder());
                                });
                file = files.get(0);
                doing(store, () -> store.ledger().append(List.of(credit("Z", account, "1"))));
                assertEquals("NOT_EMPTY", code(store.backup().restore(file)));
            }
            for (Databases other : Databases.values()) {
                try (var store = Databases.open(other.fresh())) {
                    assertEquals(true, store.backup().restore(file).isAccepted());
                    Money wallet = store.ledger().under("account/").get(Book.wallet(account));
                    assertEquals(sum(store, Book.wallet(account)), wallet);
                    assertEquals(Money.zero("KES"), sum(store, null));
                    doing(store, () -> store.access().audit(record()));
                    assertEquals(2, store.access().audit(10, Optional.empty()).size());
                }
            }
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }

        private static Money sum(StandaloneStore store, Book book) {
            return store.ledger().sums().stream()
                    .filter(line -> book == null || line.book().equals(book))
                    .map(Ledger.TrialLine::balance)
                    .reduce(Money.zero("KES"), Money::plus);
        }

        private static String code(Outcome<Long> outcome) {
            return ((Outcome.Refused<Long>) outcome).code();
        }

        private static Access.AuditRecord record() {
            return new Access.AuditRecord(0, NOON, "test", "credit", "A1", "tab\there\nline\\N");
        }
    }

    @Test
    void theSecretsOfAnH2FileAreReadableByTheirOwnerOnly() throws Exception {
        StoreSettings settings = Databases.H2.fresh();
        StandaloneStore.open(settings, CLOCK).close();
        Path secrets = settings.data().resolve("db/secrets.properties");
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anAddressThatNobodyServesKeepsTheStoreClosed(Databases kind) {
        StoreSettings settings = kind.fresh();
        var wrong =
                settings.with(
                        new StoreSettings.Identity(settings.owner().user(), "wrong"),
                        new StoreSettings.Identity("application", "wrong"));
        if (kind == Databases.H2) {
            StandaloneStore.open(settings, CLOCK).close();
        }
        assertThrows(StoreUnavailable.class, () -> StandaloneStore.open(wrong, CLOCK));
    }
}
