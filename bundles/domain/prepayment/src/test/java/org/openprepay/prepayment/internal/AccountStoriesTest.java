package org.openprepay.prepayment.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.api.AccountId;
import org.openprepay.api.EntryId;
import org.openprepay.api.JsonReader;
import org.openprepay.api.MeterId;
import org.openprepay.api.Money;
import org.openprepay.api.Outcome;
import org.openprepay.ledger.Book;
import org.openprepay.ledger.Entry;
import org.openprepay.ledger.Posting;
import org.openprepay.metering.Verdict;
import org.openprepay.prepayment.Account;
import org.openprepay.prepayment.Account.Mode;
import org.openprepay.prepayment.Accounts.Credit;
import org.openprepay.prepayment.Accounts.Receipt;
import org.openprepay.prepayment.Accounts.Sale;

class AccountStoriesTest {
    private static final AccountId A1 = new AccountId("a1");
    private final House house = new House();

    @AfterEach
    void booksAddUpToZero() {
        assertEquals(0, house.journal.total().signum());
    }

    @Test
    @Tag("ACCT-04")
    void eightClerksSendingTheSameCreditsMoveTheMoneyOnce() {
        house.open(1, Mode.WALLET);
        List<Receipt> receipts =
                IntStream.range(0, 400)
                        .parallel()
                        .mapToObj(i -> house.pay("a1", "pay" + i % 10, "10").orThrow())
                        .toList();
        assertEquals("100", house.balance("a1"));
        assertEquals(10, Set.copyOf(receipts).size());
        assertEquals(10, house.journal.journal().size());
    }

    @Test
    @Tag("ACCT-04")
    void anotherBodyUnderTheSameIdIsRefused() {
        house.open(1, Mode.WALLET);
        house.pay("a1", "p1", "10").orThrow();
        assertRefused("IDEMPOTENCY_CONFLICT", house.pay("a1", "p1", "11"));
        assertEquals("10", house.balance("a1"));
    }

    @Test
    void badAmountsAreRefused() {
        house.open(1, Mode.WALLET);
        assertRefused("INVALID_AMOUNT", house.pay("a1", "p1", "-1"));
        assertRefused("INVALID_AMOUNT", house.pay("a1", "p1", "0"));
        assertRefused("INVALID_AMOUNT", house.pay("a1", "p1", "1.001"));
        assertRefused("CURRENCY_MISMATCH", credit("p1", Money.of("USD", "1"), "cash", ""));
        assertRefused("INVALID_TENDER", credit("p1", kes("1"), "Cash/..", ""));
        assertRefused("REASON_REQUIRED", credit("p1", kes("1"), "adjustment", " "));
        assertRefused("UNKNOWN_ACCOUNT", house.pay("nobody", "p1", "1"));
        assertTrue(house.journal.journal().isEmpty());
        assertEquals(List.of("system:test account.open a1"), house.recorded.audited());
    }

    @Test
    void aNegativeAdjustmentAndAReversalUndoCredit() {
        house.open(1, Mode.WALLET);
        house.pay("a1", "p1", "20").orThrow();
        credit("p2", kes("-5"), "adjustment", "Wrong meter!").orThrow();
        assertEquals("15", house.balance("a1"));
        reverse("p1", "r1").orThrow();
        reverse("p1", "r1").orThrow();
        assertRefused("ALREADY_REVERSED", reverse("p1", "r2"));
        assertEquals("-5", house.balance("a1"));
    }

    @Test
    @Tag("ACCT-03")
    void eachReadingIsDebitedWithAProofThatExplainsIt() {
        house.open(1, Mode.WALLET);
        house.pay("a1", "p1", "100").orThrow();
        house.use("m1", House.START, "4", "8");
        assertEquals("74", house.balance("a1"));
        Entry charge = last();
        Map<String, Object> proof = JsonReader.object(charge.proof());
        assertEquals(2, ((List<?>) proof.get("readings")).size());
        assertEquals("flat", proof.get("pack"));
        assertTrue(proof.toString().contains("before=0, after=26"));
        assertEquals(1, rows("live.reading").size());
    }

    @Test
    @Tag("READ-09")
    void aLateReadingPostsOneVisibleCorrectionThatNamesTheCharge() {
        house.open(1, Mode.WALLET);
        house.pay("a1", "p1", "100").orThrow();
        house.use("m1", House.START, "1", "1");
        Entry first = last();
        house.use("m1", House.START.plusSeconds(3_600), "10");
        house.use("m1", House.START.plusSeconds(1_800), "3");
        Entry correction = last();
        assertEquals("correction", correction.kind());
        assertEquals(Optional.of(first.id()), correction.corrects());
        assertEquals("68", house.balance("a1"));
    }

    @Test
    void readingsInAnyGroupingEndInTheSameBalance() {
        house.open(1, Mode.WALLET);
        house.open(2, Mode.WALLET);
        house.use("m1", House.START, "1", "2", "3", "4", "5");
        house.use("m2", House.START, "1", "2", "3");
        house.use("m2", House.START.plusSeconds(5_400), "4");
        house.use("m2", House.START.plusSeconds(7_200), "5");
        assertEquals(house.balance("a1"), house.balance("a2"));
    }

    @Test
    void theLastReadingOfAMonthIsChargedToItAlsoAfterTheNextHasBegun() {
        house.open(1, Mode.WALLET);
        house.use("m1", Instant.parse("2026-03-31T20:00:00Z"), "9");
        house.now = Instant.parse("2026-03-31T21:30:00Z");
        runMidnight();
        BigDecimal before = house.view("a1").balance().amount();
        house.use("m1", Instant.parse("2026-03-31T20:30:00Z"), "2", "9");
        BigDecimal spent = before.subtract(house.view("a1").balance().amount());
        assertEquals("23", spent.toPlainString());
    }

    @Test
    void readingsOfAMeterWithoutAccountAreHeldAndNotCharged() {
        List<Verdict> verdicts =
                house.intake
                        .accept(House.METER, List.of(House.row("m9", House.START, "1")))
                        .orThrow();
        assertEquals(Verdict.State.HELD, verdicts.get(0).state());
        assertTrue(house.journal.journal().isEmpty());
    }

    @Test
    @Tag("ACCT-14")
    void aSilentMeterPaysItsStandingChargeOnceADayAlsoAfterARestart() {
        house.open(1, Mode.WALLET);
        house.pay("a1", "p1", "100").orThrow();
        runMidnight();
        runMidnight();
        assertEquals("99", house.balance("a1"));
        house.later(Duration.ofDays(3));
        runMidnight();
        runMidnight();
        assertEquals("96", house.balance("a1"));
        house.later(Duration.ofDays(30));
        runMidnight();
        assertEquals("66", house.balance("a1"));
    }

    @Test
    @Tag("ACCT-01")
    void unitsArePricedOnThisMonthsPurchasesAndReadingsNeverDebit() {
        AccountId id = house.open(1, Mode.METER_UNITS);
        var sale = sell(id, "s1", "20").orThrow();
        assertEquals("10", sale.units().value().toPlainString());
        assertEquals(sale, sell(id, "s1", "20").orThrow());
        assertEquals("2", sell(id, "s2", "6").orThrow().units().value().toPlainString());
        assertRefused("IDEMPOTENCY_CONFLICT", sell(id, "s2", "7"));
        house.use("m1", House.START, "5");
        assertEquals("0", house.balance("a1"));
        assertEquals(2, house.journal.journal().size());
        assertEquals(kes("26"), house.journal.balances(Set.of(Book.CHARGES)).get(Book.CHARGES));
    }

    @Test
    void debtsAndEmergencyCreditAreFilledBeforeTheWallet() {
        house.open(1, Mode.WALLET);
        house.ledger
                .post(
                        House.CLERK,
                        List.of(
                                new Entry(
                                        new EntryId("d1"),
                                        House.START,
                                        "debt",
                                        "Meter",
                                        List.of(
                                                new Posting(Book.debt(A1, "meter"), kes("-30")),
                                                new Posting(Book.emergency(A1), kes("-5")),
                                                new Posting(Book.wallet(A1), kes("5")),
                                                new Posting(Book.adjustment("x"), kes("30"))),
                                        Optional.empty(),
                                        "",
                                        "me")))
                .orThrow();
        Receipt receipt = house.pay("a1", "p1", "20").orThrow();
        assertEquals(
                Map.of("debt.meter", kes("10"), "emergency", kes("5"), "wallet", kes("5")),
                receipt.filled());
        assertEquals(Map.of("debt.meter", kes("-20")), house.view("a1").debts());
        assertEquals(kes("10"), receipt.balance());
    }

    @Test
    void anAccountThatRefersToNothingIsNotOpened() {
        var good = house.account(1, Mode.WALLET);
        assertRefused(
                "UNKNOWN_METER",
                house.accounts.open(House.CLERK, with(good, "x", "KES", "flat", "house")));
        assertRefused(
                "CURRENCY_MISMATCH",
                house.accounts.open(House.CLERK, with(good, "m1", "USD", "flat", "house")));
        assertRefused(
                "UNKNOWN_TARIFF",
                house.accounts.open(House.CLERK, with(good, "m1", "KES", "none", "house")));
        assertRefused(
                "UNKNOWN_POLICY",
                house.accounts.open(House.CLERK, with(good, "m1", "KES", "flat", "flat")));
        house.open(1, Mode.WALLET);
        house.open(1, Mode.WALLET);
        assertRefused(
                "DUPLICATE",
                house.accounts.open(House.CLERK, with(good, "m2", "KES", "flat", "house")));
        assertEquals(1, house.orders.of("m1").size());
        assertFalse(house.store.account(A1).isEmpty());
    }

    private static Account with(
            Account a, String meter, String currency, String tariff, String policy) {
        return new Account(
                a.id(),
                a.customer(),
                a.servicePoint(),
                new MeterId(meter),
                a.mode(),
                tariff,
                policy,
                currency,
                a.zone(),
                a.opened(),
                a.closed());
    }

    private Outcome<Sale> sell(AccountId id, String entry, String amount) {
        return house.accounts.sellUnits(House.CLERK, id, new EntryId(entry), kes(amount), "cash");
    }

    private Outcome<Receipt> credit(String id, Money amount, String tender, String reason) {
        return house.accounts.credit(
                House.CLERK, A1, new Credit(new EntryId(id), amount, tender, reason));
    }

    private Outcome<Receipt> reverse(String credit, String id) {
        return house.accounts.reverse(
                House.CLERK, A1, new EntryId(credit), new EntryId(id), "typed twice");
    }

    private void runMidnight() {
        var job = house.midnight();
        job.run(job.due(house.now, 100), house.now).orThrow();
    }

    private Entry last() {
        List<Entry> all = house.journal.journal();
        return all.get(all.size() - 1);
    }

    private List<String> rows(String topic) {
        return house.recorded.rows().stream().filter(row -> row.startsWith(topic)).toList();
    }

    private static void assertRefused(String code, Outcome<?> outcome) {
        assertEquals(code, outcome instanceof Outcome.Refused<?> no ? no.code() : "accepted");
    }

    private static Money kes(String amount) {
        return Money.of("KES", amount);
    }
}
