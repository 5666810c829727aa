package org.openprepay.customers.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.CustomerId;
import org.openprepay.api.MeterId;
import org.openprepay.api.Outcome;
import org.openprepay.api.Right;
import org.openprepay.api.ServicePointId;
import org.openprepay.api.Slice;
import org.openprepay.customers.Customer;
import org.openprepay.customers.MeterLink;
import org.openprepay.customers.ServicePoint;

class CustomerDeskTest {
    private static final Caller CLERK = new Caller("carla", Set.of(Right.VIEW, Right.SELL));
    private static final Caller VIEWER = new Caller("victor", Set.of(Right.VIEW));
    private static final Caller FEED = new Caller("head-end", Set.of(Right.FEED));
    private static final MeterId METER = new MeterId("0042");

    private final CustomerDesk desk =
            new CustomerDesk(new DirectTransactions(), new FakeCustomerStore());

    private static Customer customer(String id, String name) {
        return new Customer(new CustomerId(id), name, "+254 700 000 001", "sw-KE");
    }

    private static ServicePoint point(String latitude) {
        return new ServicePoint(
                new ServicePointId("SP-1"),
                "1 Market Street",
                new BigDecimal(latitude),
                new BigDecimal("36.8"),
                ZoneId.of("Africa/Nairobi"));
    }

    private static MeterLink link(String account, int from, Integer to) {
        return new MeterLink(
                METER,
                new AccountId(account),
                day(from),
                Optional.ofNullable(to).map(CustomerDeskTest::day));
    }

    private static Instant day(int day) {
        return Instant.EPOCH.plusSeconds(day * 86_400L);
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.code() : "ACCEPTED";
    }

    @Test
    @Tag("ACCT-01")
    void theSameCustomerTwiceIsOneAndAnotherUnderTheSameNumberIsRefused() {
        assertEquals("ACCEPTED", code(desk.add(CLERK, customer("C-1", "Amina"))));
        assertEquals("ACCEPTED", code(desk.add(CLERK, customer("C-1", "Amina"))));
        assertEquals("DUPLICATE", code(desk.add(CLERK, customer("C-1", "Brian"))));
        assertEquals("Amina", desk.find(VIEWER, new CustomerId("C-1")).orElseThrow().name());
    }

    @Test
    void customersAreFoundByAnyPartInSlices() {
        for (int i = 1; i <= 5; i++) {
            desk.add(CLERK, customer("C-" + i, "Amina " + i)).orThrow();
        }
        Slice<Customer> first = desk.search(VIEWER, "AMINA", 3, Optional.empty());
        Slice<Customer> second = desk.search(VIEWER, "AMINA", 3, first.next());
        assertEquals(3, first.items().size());
        assertEquals(2, second.items().size());
        assertEquals(Optional.empty(), second.next());
        assertEquals(1, desk.search(VIEWER, "c-4", 3, Optional.empty()).items().size());
    }

    @Test
    void badEntriesAreRefusedWithTheirField() {
        var loud = new Customer(new CustomerId("C-1"), "Amina", "call me", "sw");
        assertEquals("BAD_PHONE", code(desk.add(CLERK, loud)));
        var tongue = new Customer(new CustomerId("C-1"), "Amina", "", "Swahili!");
        assertEquals("BAD_LANGUAGE", code(desk.add(CLERK, tongue)));
        assertEquals("BAD_PLACE", code(desk.add(CLERK, point("90.1"))));
    }

    @Test
    void aServicePointIsTheSameHoweverItsPlaceIsWritten() {
        assertEquals("ACCEPTED", code(desk.add(CLERK, point("-1.28"))));
        assertEquals("ACCEPTED", code(desk.add(CLERK, point("-1.280"))));
        assertEquals("DUPLICATE", code(desk.add(CLERK, point("-1.29"))));
        assertTrue(desk.find(VIEWER, new ServicePointId("SP-1")).isPresent());
    }

    @Test
    @Tag("ACCT-04")
    void aMeterServesOneAccountAtATime() {
        assertEquals("ACCEPTED", code(desk.link(CLERK, link("A-1", 0, null))));
        assertEquals("ACCEPTED", code(desk.link(CLERK, link("A-1", 0, null))));
        assertEquals("OVERLAP", code(desk.link(CLERK, link("A-2", 5, null))));
        assertEquals("OVERLAP", code(desk.link(CLERK, link("A-2", -5, 1))));
        assertEquals("ACCEPTED", code(desk.link(CLERK, link("A-2", -5, 0))));
        assertEquals(link("A-1", 0, 5), desk.unlink(CLERK, METER, day(5)).orThrow());
        assertEquals("ACCEPTED", code(desk.link(CLERK, link("A-2", 5, null))));
        assertEquals(
                List.of(link("A-2", -5, 0), link("A-1", 0, 5), link("A-2", 5, null)),
                desk.links(Set.of(METER)).get(METER));
        assertEquals(2, desk.links(new AccountId("A-2")).size());
    }

    @Test
    void onlyAnOpenLinkEndsAndOnlyAfterItBegan() {
        assertEquals("NO_LINK", code(desk.unlink(CLERK, METER, day(5))));
        desk.link(CLERK, link("A-1", 5, null)).orThrow();
        assertEquals("NO_LINK", code(desk.unlink(CLERK, METER, day(5))));
        assertEquals("BAD_PERIOD", code(desk.link(CLERK, link("A-1", 3, 3))));
    }

    @Test
    @Tag("SEC-02")
    void whoMayNotSellOrAdministerWritesNothing() {
        for (Caller caller : List.of(VIEWER, FEED)) {
            assertThrows(Caller.Denied.class, () -> desk.add(caller, customer("C-1", "Amina")));
            assertThrows(Caller.Denied.class, () -> desk.add(caller, point("1")));
            assertThrows(Caller.Denied.class, () -> desk.link(caller, link("A", 0, 1)));
            assertThrows(Caller.Denied.class, () -> desk.unlink(caller, METER, day(1)));
        }
        assertThrows(Caller.Denied.class, () -> desk.search(FEED, "", 10, Optional.empty()));
        assertEquals(Map.of(), desk.links(Set.of(METER)));
    }
}
