package org.openprepay.prepayment.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.api.AccountId;
import org.openprepay.api.EntryId;
import org.openprepay.api.MeterId;
import org.openprepay.api.Outcome;
import org.openprepay.metering.MeterOrder;
import org.openprepay.notices.Notice;
import org.openprepay.prepayment.Account.Mode;
import org.openprepay.prepayment.Accounts.Protection;
import org.openprepay.prepayment.Supply.State;

class SupplyStoriesTest {
    private static final AccountId A1 = new AccountId("a1");
    private static final Duration HOUR = Duration.ofHours(1);
    private final House house = new House();

    @AfterEach
    void booksAddUpToZero() {
        assertEquals(0, house.journal.total().signum());
    }

    @Test
    @Tag("ACCT-06")
    @Tag("ACCT-07")
    @Tag("ACCT-08")
    @Tag("CTRL-02")
    @Tag("CTRL-03")
    void aHouseholdFallsThroughLowCreditEmergencyAndCutAndPaysItsWayBack() {
        house.open(1, Mode.WALLET);
        house.pay("a1", "p1", "20").orThrow();
        house.report("m1", State.ON);
        assertRefused("NOT_OFFERED", lend("e1"));
        use("5.5");
        assertEquals(List.of("low-credit"), house.recorded.topics());
        use("3.5");
        assertEquals("offered", house.view("a1").emergency());
        lend("e1").orThrow();
        lend("e1").orThrow();
        assertRefused("ALREADY_USED", lend("e2"));
        assertEquals("in-use", house.view("a1").emergency());
        assertEquals("2", house.balance("a1"));
        use("1");
        use("4");
        assertEquals(State.ON, house.wanted("a1"));
        house.later(Duration.ofHours(2));
        use("0.1");
        assertEquals(State.OFF, house.wanted("a1"));
        house.report("m1", State.OFF);
        assertEquals(MeterOrder.State.CONFIRMED, newest("m1").state());
        var receipt = house.pay("a1", "p2", "30").orThrow();
        assertEquals(State.ON, receipt.supply().wanted());
        assertEquals("5", receipt.filled().get("emergency").amount().toPlainString());
        assertEquals("none", house.view("a1").emergency());
        house.report("m1", State.ON);
        assertEquals(MeterOrder.State.CONFIRMED, newest("m1").state());
        assertEquals(3, house.view("a1").supply().intent());
        assertEquals(
                List.of(
                        "low-credit",
                        "low-credit",
                        "emergency-offered",
                        "cut-due",
                        "cut",
                        "restored"),
                house.recorded.topics());
    }

    @Test
    @Tag("CTRL-07")
    void nobodyIsCutInFriendlyHoursAndTheCutComesInTheMorning() {
        spent(1);
        house.now = Instant.parse("2026-03-02T18:00:00Z");
        use("1");
        assertEquals(State.ON, house.wanted("a1"));
        house.now = Instant.parse("2026-03-03T05:30:00Z");
        assertEquals(List.of(A1), house.supply.toReview(10, ""));
        house.supply.review(Set.of(A1)).orThrow();
        assertEquals(State.OFF, house.wanted("a1"));
    }

    @Test
    void aProtectedCustomerIsNotCutUntilTheProtectionEnds() {
        spent(1);
        house.accounts
                .protect(House.CLERK, A1, protection("life", "life-support", Optional.empty()))
                .orThrow();
        afterGrace();
        assertEquals(State.ON, house.wanted("a1"));
        house.accounts.unprotect(House.CLERK, A1, "life", "moved").orThrow();
        assertEquals(State.OFF, house.wanted("a1"));
        assertTrue(house.recorded.audited().contains("system:test account.unprotect a1"));
    }

    @Test
    void aPendingPaymentPreventsACutOnlyForSoLong() {
        spent(1);
        house.accounts
                .protect(House.CLERK, A1, protection("pay", "payment-pending", Optional.empty()))
                .orThrow();
        afterGrace();
        assertEquals(State.ON, house.wanted("a1"));
        house.later(Duration.ofHours(72));
        use("0.1");
        assertEquals(State.OFF, house.wanted("a1"));
    }

    @Test
    void noCutBeforeTheNoticeOfItWasDelivered() {
        house.recorded.deliver(Notice.State.QUEUED);
        spent(1);
        afterGrace();
        assertEquals(State.ON, house.wanted("a1"));
    }

    @Test
    void staleDataPreventsACutAndThenAsksForAVisit() {
        spent(1);
        house.later(Duration.ofHours(72));
        house.supply.review(Set.of(A1)).orThrow();
        assertEquals(State.ON, house.wanted("a1"));
        house.later(Duration.ofDays(4));
        house.supply.review(Set.of(A1)).orThrow();
        assertEquals(State.ON, house.wanted("a1"));
        assertTrue(house.store.openAlert("FIELD_JOB", "m1").isPresent());
    }

    @Test
    void theBrakeStopsMassCutsUntilAPersonReleasesThem() {
        for (int i = 1; i <= 4; i++) {
            spent(i);
        }
        house.later(Duration.ofHours(3));
        var all = Set.copyOf(house.supply.toReview(10, ""));
        house.supply.review(all).orThrow();
        assertEquals(2, off());
        var brake = house.supply.brake(House.CLERK);
        assertTrue(brake.stopped());
        assertEquals(2, brake.held());
        assertTrue(house.store.openAlert("CUT_BRAKE", "brake").isPresent());
        house.later(Duration.ofMinutes(1));
        house.supply.brake(House.CLERK, false, "all right").orThrow();
        assertEquals(4, off());
        assertEquals(0, house.supply.brake(House.CLERK).held());
    }

    @Test
    void stopAllHoldsEveryCutAndCreditStillRestores() {
        spent(1);
        house.supply.brake(House.CLERK, true, "storm").orThrow();
        afterGrace();
        assertEquals(State.ON, house.wanted("a1"));
        assertEquals(1, house.supply.brake(House.CLERK).held());
        house.pay("a1", "p9", "50").orThrow();
        assertEquals(0, house.supply.brake(House.CLERK).held());
    }

    @Test
    @Tag("CTRL-06")
    void anOverrideKeepsSupplyUntilItsTime() {
        spent(1);
        override(State.ON, 4);
        afterGrace();
        assertEquals(State.ON, house.wanted("a1"));
        house.later(Duration.ofHours(2));
        use("0.1");
        assertEquals(State.OFF, house.wanted("a1"));
        house.pay("a1", "p9", "100").orThrow();
        override(State.OFF, 1);
        assertEquals(State.OFF, house.wanted("a1"));
        house.later(HOUR);
        house.supply.review(Set.of(A1)).orThrow();
        assertEquals(State.ON, house.wanted("a1"));
    }

    @Test
    void aMeterThatSwitchesBackByItselfIsOrderedAgainWithAHigherNumber() {
        spent(1);
        afterGrace();
        house.report("m1", State.OFF);
        for (int i = 0; i < 3; i++) {
            house.later(Duration.ofMinutes(1));
            house.report("m1", State.ON);
            assertEquals(3 + i, newest("m1").number());
            house.orders.confirmed(newest("m1").id(), "it says", house.wall);
        }
        assertEquals("critical", house.store.openAlert("SUPPLY_MISMATCH", "a1").get().severity());
        house.later(Duration.ofMinutes(1));
        house.report("m1", State.OFF);
        assertTrue(house.store.openAlert("SUPPLY_MISMATCH", "a1").isEmpty());
    }

    @Test
    void aReportOfAnOlderIntentConfirmsNothing() {
        spent(1);
        afterGrace();
        var meter = new MeterId("m1");
        house.supply.found(meter, State.OFF, OptionalLong.of(1), house.wall).orThrow();
        assertFalse(newest("m1").state().ended());
        house.supply.found(meter, State.OFF, OptionalLong.of(2), house.wall).orThrow();
        assertTrue(newest("m1").state().ended());
    }

    @Test
    @Tag("CTRL-14")
    void useWhileSupplyIsOffRaisesAnAlert() {
        spent(1);
        afterGrace();
        house.report("m1", State.OFF);
        use("0");
        assertTrue(house.store.openAlert("USE_WHILE_OFF", "a1").isEmpty());
        use("0.5");
        assertTrue(house.store.openAlert("USE_WHILE_OFF", "a1").isPresent());
    }

    @Test
    void aLargeCatchUpDebitGivesNoticeAndNewGrace() {
        house.open(1, Mode.WALLET);
        house.pay("a1", "p1", "20").orThrow();
        use("50");
        assertEquals(1, count("cut-due"));
        house.later(Duration.ofHours(5));
        use("0.1");
        assertEquals(State.ON, house.wanted("a1"));
        house.later(Duration.ofHours(24));
        use("0.1");
        assertEquals(State.OFF, house.wanted("a1"));
    }

    private void spent(int number) {
        house.open(number, Mode.WALLET);
        house.pay("a" + number, "pay" + number, "1").orThrow();
        house.use("m" + number, house.now, "2");
    }

    private void afterGrace() {
        house.later(Duration.ofHours(3));
        use("0.1");
    }

    private void use(String value) {
        house.use("m1", house.now, value);
        house.later(Duration.ofMinutes(30));
    }

    private Outcome<?> lend(String id) {
        return house.accounts.acceptEmergencyCredit(House.CLERK, A1, new EntryId(id));
    }

    private void override(State state, int hours) {
        Instant until = house.now.plus(Duration.ofHours(hours));
        house.accounts.override(House.CLERK, A1, state, until, "hospital").orThrow();
    }

    private Protection protection(String id, String kind, Optional<Instant> until) {
        return new Protection(id, kind, "because", house.now, until);
    }

    private MeterOrder newest(String meter) {
        List<MeterOrder> all = house.orders.of(meter);
        return all.get(all.size() - 1);
    }

    private long off() {
        return List.of("a1", "a2", "a3", "a4").stream()
                .filter(id -> house.wanted(id) == State.OFF)
                .count();
    }

    private long count(String topic) {
        return house.recorded.topics().stream().filter(topic::equals).count();
    }

    private static void assertRefused(String code, Outcome<?> outcome) {
        assertEquals(code, outcome instanceof Outcome.Refused<?> no ? no.code() : "accepted");
    }
}
