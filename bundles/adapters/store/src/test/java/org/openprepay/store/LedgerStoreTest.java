package org.openprepay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openprepay.store.Fixtures.NOON;
import static org.openprepay.store.Fixtures.account;
import static org.openprepay.store.Fixtures.charge;
import static org.openprepay.store.Fixtures.credit;
import static org.openprepay.store.Fixtures.doing;
import static org.openprepay.store.Fixtures.fresh;
import static org.openprepay.store.Fixtures.in;
import static org.openprepay.store.Fixtures.together;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.api.AccountId;
import org.openprepay.api.EntryId;
import org.openprepay.api.Money;
import org.openprepay.ledger.Book;
import org.openprepay.ledger.Entry;
import org.openprepay.ledger.Ledger;
import org.openprepay.ledger.LedgerStore;
import org.openprepay.ledger.LedgerStore.DuplicateEntry;

/** The journal on both databases. */
class LedgerStoreTest {
    @Nested
    class OnH2 extends Contract {
        OnH2() {
            super(Databases.H2.shared());
        }
    }

    @Nested
    class OnMariaDb extends Contract {
        OnMariaDb() {
            super(Databases.MARIADB.shared());
        }
    }

    abstract static class Contract {
        private final StandaloneStore store;
        private final LedgerStore ledger;
        private final AccountId account = account();

        Contract(StandaloneStore store) {
            this.store = store;
            this.ledger = store.ledger();
        }

        @Test
        @Tag("ACCT-01")
        void entriesComeBackAsTheyWereAndBalancesFollowThem() {
            Entry first = credit(fresh("E"), account, "100.000001");
            Entry second = charge(fresh("E"), account, "30");
            doing(store, () -> ledger.append(List.of(first, second)));
            assertEquals(
                    Map.of(first.id(), first, second.id(), second),
                    ledger.find(List.of(first.id(), second.id(), new EntryId("none"))));
            assertEquals(
                    Map.of(Book.wallet(account), Money.of("KES", "70.000001")),
                    ledger.balances(Set.of(Book.wallet(account), Book.CHARGES)));
            assertEquals(
                    Set.of(Book.wallet(account)),
                    ledger.under("account/" + account + "/").keySet());
        }

        @Test
        @Tag("ACCT-04")
        void anIdIsTakenForEverAndIdsDifferByCase() {
            String id = fresh("Case");
            doing(store, () -> ledger.append(List.of(credit(id, account, "1"))));
            doing(store, () -> ledger.append(List.of(credit(id.toLowerCase(), account, "1"))));
            assertThrows(
                    DuplicateEntry.class,
                    () -> doing(store, () -> ledger.append(List.of(credit(id, account, "1")))));
            assertEquals(
                    Money.of("KES", "2"),
                    ledger.balances(Set.of(Book.wallet(account))).get(Book.wallet(account)));
        }

        @Test
        @Tag("ACCT-04")
        void eightThreadsPostingTheSameIdsWriteEachExactlyOnce() throws Exception {
            List<Entry> entries =
                    IntStream.range(0, 25).mapToObj(i -> credit(fresh("E"), account, "1")).toList();
            together(
                    8,
                    () -> {
                        for (int i = 0; i < entries.size(); i += 5) {
                            var some = new ArrayList<>(entries.subList(i, i + 5));
                            Collections.shuffle(some);
                            doing(store, () -> postMissing(some));
                        }
                        return true;
                    });
            assertEquals(
                    Money.of("KES", "25"),
                    ledger.balances(Set.of(Book.wallet(account))).get(Book.wallet(account)));
            assertEquals(25, ledger.find(entries.stream().map(Entry::id).toList()).size());
        }

        private void postMissing(List<Entry> entries) {
            var known = ledger.find(entries.stream().map(Entry::id).toList()).keySet();
            ledger.append(entries.stream().filter(entry -> !known.contains(entry.id())).toList());
        }

        @Test
        void aStatementIsReadInPagesNewestFirst() {
            var ids = new ArrayList<EntryId>();
            for (int i = 0; i < 7; i++) {
                Entry entry = credit(fresh("E"), account, "1");
                ids.add(0, entry.id());
                doing(store, () -> ledger.append(List.of(entry)));
            }
            var seen = new ArrayList<EntryId>();
            Optional<String> cursor = Optional.empty();
            do {
                var page =
                        ledger.entries(
                                "account/" + account + "/", NOON, NOON.plusNanos(1), 3, cursor);
                page.forEach(stored -> seen.add(stored.entry().id()));
                cursor = page.stream().reduce((a, b) -> b).map(LedgerStore.Stored::cursor);
            } while (cursor.isPresent());
            assertEquals(ids, seen);
        }

        @Test
        @Tag("ACCT-06")
        void anEntryIsReversedOnce() {
            Entry entry = credit(fresh("E"), account, "5");
            Entry reversal = entry.reversal(new EntryId(fresh("R")), NOON, "wrong", "test");
            doing(store, () -> ledger.append(List.of(entry)));
            doing(store, () -> ledger.append(List.of(reversal)));
            assertEquals(Optional.of(reversal.id()), ledger.reversalOf(entry.id()));
            Entry again = entry.reversal(new EntryId(fresh("R")), NOON, "wrong", "test");
            assertThrows(
                    DuplicateEntry.class, () -> doing(store, () -> ledger.append(List.of(again))));
        }

        @Test
        @Tag("ACCT-01")
        void allBooksAddUpToZero() {
            doing(store, () -> ledger.append(List.of(credit(fresh("E"), account, "5"))));
            Money sum =
                    ledger.sums().stream()
                            .map(Ledger.TrialLine::balance)
                            .reduce(Money.zero("KES"), Money::plus);
            assertEquals(Money.zero("KES"), sum);
        }

        @Test
        void chargesOfADayAreFoundAndSummed() {
            Entry charge = charge(fresh("E"), account, "2.5");
            doing(store, () -> ledger.append(List.of(charge)));
            assertTrue(ledger.charges(NOON, NOON.plusNanos(1)).contains(charge));
            assertFalse(ledger.charges(Instant.EPOCH, NOON).contains(charge));
            assertEquals(
                    List.of(Money.of("KES", "-2.5")),
                    ledger.sumBefore(Book.wallet(account), NOON.plusNanos(1)));
        }

        @Test
        void aHoldChangesItsStateInItsRow() {
            var hold =
                    new Ledger.Hold(
                            new EntryId(fresh("H")),
                            Book.wallet(account),
                            Money.of("KES", "3"),
                            NOON,
                            Ledger.Hold.State.OPEN);
            doing(store, () -> ledger.put(hold));
            assertEquals(List.of(hold), ledger.openHolds(Book.wallet(account)));
            var ended =
                    new Ledger.Hold(
                            hold.id(),
                            hold.book(),
                            hold.amount(),
                            hold.until(),
                            Ledger.Hold.State.RELEASED);
            doing(store, () -> ledger.put(ended));
            assertEquals(Optional.of(ended), in(store, () -> ledger.hold(hold.id())));
            assertEquals(List.of(), ledger.openHolds(Book.wallet(account)));
        }
    }
}
