package org.openprepay.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.EntryId;
import org.openprepay.api.Money;
import org.openprepay.api.Outcome;
import org.openprepay.api.Right;
import org.openprepay.ledger.Book;
import org.openprepay.ledger.Entry;
import org.openprepay.ledger.FakeLedgerStore;
import org.openprepay.ledger.FakeTransactions;
import org.openprepay.ledger.Ledger.Hold;
import org.openprepay.ledger.Posting;

class LedgerServiceTest {
    private static final Caller CLERK = new Caller("amina", Set.of(Right.SELL));
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant END = Instant.parse("2026-03-02T00:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final Book WALLET = Book.wallet(new AccountId("a1"));

    private final FakeTransactions transactions = new FakeTransactions();
    private final FakeLedgerStore store = transactions.with(new FakeLedgerStore());
    private final LedgerService ledger = new LedgerService(store, transactions);

    @AfterEach
    void booksAreBalanced() {
        assertEquals(0, store.total().signum());
    }

    @Test
    @Tag("ACCT-04")
    void theSameIdAndContentCountsOnce() {
        Entry first = ledger.post(CLERK, List.of(credit("c1", "10"))).orThrow().get(0);
        Entry again = ledger.post(CLERK, List.of(credit("c1", "10"))).orThrow().get(0);
        assertEquals(first, again);
        assertEquals(kes("10"), ledger.balance(WALLET, "KES"));
    }

    @Test
    @Tag("ACCT-04")
    void anotherContentUnderAKnownIdIsRefusedAndNothingIsWritten() {
        ledger.post(CLERK, List.of(credit("c1", "10"))).orThrow();
        assertRefused(
                "IDEMPOTENCY_CONFLICT",
                ledger.post(CLERK, List.of(credit("c2", "5"), credit("c1", "11"))));
        assertEquals(kes("10"), ledger.balance(WALLET, "KES"));
    }

    @Test
    void twoContentsUnderOneIdInOneBatchAreRefused() {
        assertRefused(
                "IDEMPOTENCY_CONFLICT",
                ledger.post(CLERK, List.of(credit("c1", "10"), credit("c1", "11"))));
    }

    @Test
    void anEntryIsReversedOnce() {
        ledger.post(CLERK, List.of(credit("c1", "10"))).orThrow();
        ledger.reverse(CLERK, id("c1"), id("r1"), NOON, "typed twice").orThrow();
        ledger.reverse(CLERK, id("c1"), id("r1"), NOON, "typed twice").orThrow();
        assertRefused("ALREADY_REVERSED", ledger.reverse(CLERK, id("c1"), id("r2"), NOON, "again"));
        assertRefused("UNKNOWN_ENTRY", ledger.reverse(CLERK, id("x"), id("r3"), NOON, "what"));
        assertEquals(kes("0"), ledger.balance(WALLET, "KES"));
    }

    @Test
    void heldMoneyIsNotAvailableAndIsSettledOrReleased() {
        ledger.post(CLERK, List.of(credit("c1", "10"))).orThrow();
        ledger.hold(CLERK, id("h1"), WALLET, kes("7"), END).orThrow();
        ledger.hold(CLERK, id("h1"), WALLET, kes("7"), END).orThrow();
        assertEquals(kes("3"), ledger.available(WALLET, "KES"));
        assertRefused("NOT_ENOUGH", ledger.hold(CLERK, id("h2"), WALLET, kes("4"), END));
        ledger.settle(CLERK, id("h1"), charge("s1", NOON, "7", "")).orThrow();
        ledger.settle(CLERK, id("h1"), charge("s1", NOON, "7", "")).orThrow();
        assertEquals(kes("3"), ledger.available(WALLET, "KES"));
        assertRefused("NOT_OPEN", ledger.release(CLERK, id("h1")));
        ledger.hold(CLERK, id("h3"), WALLET, kes("1"), END).orThrow();
        assertEquals(Hold.State.RELEASED, ledger.release(CLERK, id("h3")).orThrow().state());
        assertRefused("NOT_OPEN", ledger.settle(CLERK, id("h3"), charge("s2", NOON, "1", "")));
    }

    @Test
    void theDayCloseMovesChargesToRevenueByLineExactlyOnce() {
        String proof =
                "{\"pack\":\"domestic\",\"lines\":[{\"key\":\"energy\",\"before\":\"1\","
                        + "\"after\":\"4\"},{\"key\":\"vat\",\"before\":\"0\",\"after\":\"0.5\"}]}";
        ledger.post(CLERK, List.of(charge("k1", NOON, "3.5", proof))).orThrow();
        ledger.closeDay(CLERK, DAY, END).orThrow();
        ledger.closeDay(CLERK, DAY, END).orThrow();
        assertEquals(kes("3"), inTrialBalance(Book.revenue("domestic", "energy")));
        assertEquals(kes("0.5"), inTrialBalance(Book.revenue("domestic", "vat")));
        assertEquals(kes("0"), inTrialBalance(Book.CHARGES));
    }

    @Test
    void aLineNamedByASentenceHasARevenueBookToo() {
        String proof =
                "{\"pack\":\"domestic\",\"lines\":[{\"key\":\"VAT 5 %\",\"before\":\"0\","
                        + "\"after\":\"3.5\"}]}";
        ledger.post(CLERK, List.of(charge("k1", NOON, "3.5", proof))).orThrow();
        ledger.closeDay(CLERK, DAY, END).orThrow();
        assertEquals(kes("3.5"), inTrialBalance(new Book("revenue/domestic/VAT-5-")));
    }

    @Test
    void whatIsPostedIntoAClosedDayGoesToTheNextClose() {
        ledger.post(CLERK, List.of(charge("k1", NOON, "3", ""))).orThrow();
        ledger.closeDay(CLERK, DAY, END).orThrow();
        ledger.post(CLERK, List.of(charge("k2", NOON, "2", ""))).orThrow();
        ledger.closeDay(CLERK, DAY, END).orThrow();
        assertEquals(kes("2"), inTrialBalance(Book.CHARGES));
        ledger.closeDay(CLERK, DAY.plusDays(3), END.plusSeconds(3 * 86_400)).orThrow();
        assertEquals(kes("0"), inTrialBalance(Book.CHARGES));
        assertEquals(kes("5"), inTrialBalance(DayClose.LATE));
    }

    @Test
    void statementsComeInPagesNewestFirst() {
        for (int i = 1; i <= 5; i++) {
            ledger.post(CLERK, List.of(credit("c" + i, "1"))).orThrow();
        }
        var first = ledger.statement("account/a1/", Instant.EPOCH, END, 3, Optional.empty());
        var rest = ledger.statement("account/a1/", Instant.EPOCH, END, 3, first.next());
        assertEquals(id("c5"), first.items().get(0).id());
        assertEquals(id("c1"), rest.items().get(1).id());
        assertTrue(rest.next().isEmpty());
    }

    @Test
    void onlySellersAndFeedersPost() {
        var viewer = new Caller("vera", Set.of(Right.VIEW));
        assertThrows(Caller.Denied.class, () -> ledger.post(viewer, List.of(credit("c1", "10"))));
    }

    private Money inTrialBalance(Book book) {
        return ledger.trialBalance().stream()
                .filter(line -> line.book().equals(book))
                .findFirst()
                .orElseThrow()
                .balance();
    }

    private static void assertRefused(String code, Outcome<?> outcome) {
        assertEquals(code, outcome instanceof Outcome.Refused<?> no ? no.code() : "accepted");
    }

    private static Entry credit(String id, String amount) {
        return entry(id, NOON, "credit", amount, Book.tender("cash"), WALLET, "");
    }

    private static Entry charge(String id, Instant at, String amount, String proof) {
        return entry(id, at, "charge", amount, WALLET, Book.CHARGES, proof);
    }

    private static Entry entry(
            String id, Instant at, String kind, String amount, Book from, Book to, String proof) {
        Money money = kes(new BigDecimal(amount).toPlainString());
        return new Entry(
                id(id),
                at,
                kind,
                kind,
                List.of(new Posting(from, money.negated()), new Posting(to, money)),
                Optional.empty(),
                proof,
                "amina");
    }

    private static EntryId id(String id) {
        return new EntryId(id);
    }

    private static Money kes(String amount) {
        return Money.of("KES", amount);
    }
}
