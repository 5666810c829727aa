package org.openprepay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openprepay.store.Fixtures.NOON;
import static org.openprepay.store.Fixtures.doing;
import static org.openprepay.store.Fixtures.fresh;
import static org.openprepay.store.Fixtures.in;
import static org.openprepay.store.Fixtures.number;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.access.Access;
import org.openprepay.access.Role;
import org.openprepay.api.AccountId;
import org.openprepay.api.Commodity;
import org.openprepay.api.CustomerId;
import org.openprepay.api.MeterId;
import org.openprepay.api.OrderId;
import org.openprepay.api.Outbox;
import org.openprepay.api.ServicePointId;
import org.openprepay.customers.Customer;
import org.openprepay.customers.MeterLink;
import org.openprepay.customers.ServicePoint;
import org.openprepay.metering.Meter;
import org.openprepay.metering.MeterOrder;
import org.openprepay.metering.MeteringStore;
import org.openprepay.notices.Notice;
import org.openprepay.prepayment.Account;
import org.openprepay.prepayment.Accounts;
import org.openprepay.prepayment.Alerts;
import org.openprepay.prepayment.PrepaymentStore;
import org.openprepay.prepayment.Supply;
import org.openprepay.prepayment.SupplyDesk;
import org.openprepay.rulebook.PackFiles;
import org.openprepay.rulebook.PackVersion;

/** The other ports on both databases. */
class PortsTest {
    private static final Duration DAY = Duration.ofDays(1);

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

    static Account account(AccountId id) {
        return new Account(
                id,
                new CustomerId("C"),
                new ServicePointId("S"),
                new MeterId("M-" + id),
                Account.Mode.WALLET,
                "domestic",
                "standard",
                "KES",
                ZoneId.of("Africa/Nairobi"),
                NOON,
                Optional.empty());
    }

    static PrepaymentStore.Desk desk(AccountId id) {
        return new PrepaymentStore.Desk(
                id,
                new Supply(Supply.State.ON, 1, Optional.empty(), NOON, "opened", Optional.empty()),
                "none",
                List.of("low", "very-low"),
                Optional.empty(),
                true,
                NOON.plus(DAY),
                0);
    }

    static PrepaymentStore.Desk next(PrepaymentStore.Desk desk) {
        return new PrepaymentStore.Desk(
                desk.account(),
                desk.supply(),
                desk.emergency(),
                desk.levels(),
                Optional.of(NOON),
                false,
                desk.nextMidnight(),
                desk.version() + 1);
    }

    abstract static class Contract {
        private final StandaloneStore store;
        private final MeterId meter = new MeterId(fresh("M"));

        Contract(StandaloneStore store) {
            this.store = store;
        }

        @Test
        void aMeterComesBackAsItWas() {
            var wanted =
                    new Meter(
                            meter,
                            "meter-mqtt-json",
                            "address of " + meter,
                            Commodity.ELECTRICITY,
                            6,
                            number("11.50"),
                            List.of(new Meter.Multiplier(NOON, number("40.0"))),
                            Map.of("to\npic", "a=b\\c", "x", ""),
                            NOON,
                            Optional.empty());
            doing(store, () -> store.metering().add(wanted));
            assertEquals(Map.of(meter, wanted), store.metering().meters(List.of(meter)));
            assertEquals(
                    Optional.of(wanted), store.metering().at(wanted.driver(), wanted.address()));
        }

        @Test
        @Tag("READ-03")
        void onlyTheNewestRevisionCounts() {
            doing(
                    store,
                    () ->
                            store.metering()
                                    .addReadings(
                                            List.of(
                                                    reading(NOON, 0, "10"),
                                                    reading(NOON, 1, "10.123456789012"),
                                                    reading(NOON.plus(DAY), 0, "12"))));
            assertEquals(
                    List.of(reading(NOON, 1, "10.123456789012"), reading(NOON.plus(DAY), 0, "12")),
                    store.metering().readings(meter, Meter.IMPORT, NOON, NOON.plus(DAY)));
            assertEquals(
                    Optional.of(reading(NOON, 1, "10.123456789012")),
                    store.metering().before(meter, Meter.IMPORT, NOON.plus(DAY)));
            assertEquals(
                    Optional.of(reading(NOON.plus(DAY), 0, "12")),
                    store.metering().after(meter, Meter.IMPORT, NOON));
        }

        private MeteringStore.Reading reading(Instant at, int revision, String value) {
            return new MeteringStore.Reading(
                    meter, Meter.IMPORT, at, revision, number(value), "test", NOON);
        }

        @Test
        void aProfileDayKeepsItsGaps() {
            var day =
                    new MeteringStore.ProfileDay(
                            meter,
                            Meter.IMPORT,
                            NOON,
                            720,
                            0,
                            List.of(Optional.empty(), Optional.of(number("0.25"))),
                            "test",
                            NOON);
            doing(store, () -> store.metering().addProfiles(List.of(day)));
            assertEquals(
                    List.of(day),
                    store.metering()
                            .profiles(meter, Meter.IMPORT, NOON.plusSeconds(1), NOON.plus(DAY)));
            assertEquals(
                    List.of(),
                    store.metering().profiles(meter, Meter.IMPORT, NOON.plus(DAY), Instant.MAX));
        }

        @Test
        void headsMemoryAndSecretsAreReplaced() {
            var head =
                    new MeteringStore.Head(meter, Meter.IMPORT, NOON, Optional.of(number("1.5")));
            doing(store, () -> store.metering().putHeads(List.of(head)));
            doing(store, () -> store.metering().putHeads(List.of(head)));
            assertEquals(
                    Map.of(meter, head), in(store, () -> store.metering().heads(List.of(meter))));
            assertEquals(Map.of(meter, NOON), store.metering().lastReadings(Set.of(meter)));
            doing(store, () -> store.metering().remember(meter, Map.of("a", "1", "b", "2")));
            doing(store, () -> store.metering().remember(meter, Map.of("a", "3")));
            assertEquals(Map.of("a", "3", "b", "2"), store.metering().memory(meter));
            doing(store, () -> store.metering().putSecret(meter, "one"));
            doing(store, () -> store.metering().putSecret(meter, "two"));
            assertEquals(Optional.of("two"), store.metering().secret(meter));
        }

        @Test
        void aQuarantinedRowIsDecided() {
            long id = in(store, () -> store.metering().quarantine(meter, "row", "spike", NOON));
            assertEquals("OPEN", store.metering().quarantined(id).orElseThrow().state());
            doing(store, () -> store.metering().decide(id, "RELEASED", "amina"));
            var decided = store.metering().quarantined(id).orElseThrow();
            assertEquals("amina", decided.decidedBy());
            assertTrue(store.metering().quarantined(500, Optional.empty()).contains(decided));
        }

        @Test
        @Tag("CTRL-02")
        void dueOrdersComeByPriorityAndEndedOnesNoMore() {
            MeterOrder later = order(MeterOrder.State.QUEUED, 2);
            MeterOrder sooner = order(MeterOrder.State.UNKNOWN, 1);
            doing(
                    store,
                    () -> {
                        store.orders().add(later);
                        store.orders().add(sooner);
                    });
            assertEquals(List.of(sooner, later), mine(store.orders().due(NOON, 500)));
            var newest = store.orders().list(Optional.of(meter), 1, Optional.empty());
            assertEquals(List.of(sooner), newest);
            assertEquals(
                    List.of(later),
                    store.orders().list(Optional.of(meter), 9, Optional.of(sooner.id().value())));
            MeterOrder ended = ended(sooner);
            doing(store, () -> store.orders().update(ended));
            assertEquals(Optional.of(ended), in(store, () -> store.orders().lock(sooner.id())));
            assertEquals(List.of(later), in(store, () -> store.orders().openSupply(meter)));
        }

        private List<MeterOrder> mine(List<MeterOrder> orders) {
            return orders.stream().filter(order -> order.meter().equals(meter)).toList();
        }

        private MeterOrder order(MeterOrder.State state, int priority) {
            return new MeterOrder(
                    new OrderId(fresh("O")),
                    meter,
                    "supply",
                    "ON",
                    priority,
                    priority,
                    state,
                    0,
                    NOON,
                    NOON.plus(DAY),
                    NOON,
                    "",
                    "test");
        }

        private static MeterOrder ended(MeterOrder order) {
            return new MeterOrder(
                    order.id(),
                    order.meter(),
                    order.kind(),
                    order.argument(),
                    order.number(),
                    order.priority(),
                    MeterOrder.State.CONFIRMED,
                    1,
                    order.placed(),
                    order.expires(),
                    order.due(),
                    "done",
                    order.by());
        }

        @Test
        void customersAreFoundByAnyPartWithoutRegardToCase() {
            String mark = fresh("Mark");
            var customer =
                    new Customer(
                            new CustomerId(fresh("C")),
                            "Amina_" + mark + " Odhiambo",
                            "+254",
                            "sw");
            var point =
                    new ServicePoint(
                            new ServicePointId(fresh("S")),
                            "Tom Mboya St",
                            number("-1.2800"),
                            number("36.82"),
                            ZoneId.of("Africa/Nairobi"));
            doing(
                    store,
                    () -> {
                        store.customers().add(customer);
                        store.customers().add(point);
                    });
            assertEquals(
                    List.of(customer),
                    store.customers().search("a_" + mark.toUpperCase(), 5, Optional.empty()));
            assertEquals(List.of(), store.customers().search("%" + mark, 5, Optional.empty()));
            assertEquals(Optional.of(customer), store.customers().customer(customer.id()));
            assertEquals(Optional.of(point), store.customers().servicePoint(point.id()));
        }

        @Test
        void aLinkIsEndedInItsRow() {
            AccountId account = Fixtures.account();
            var open = new MeterLink(meter, account, NOON, Optional.empty());
            var ended = new MeterLink(meter, account, NOON, Optional.of(NOON.plus(DAY)));
            doing(store, () -> store.customers().put(open));
            doing(store, () -> store.customers().put(ended));
            assertEquals(Map.of(meter, List.of(ended)), store.customers().links(Set.of(meter)));
            assertEquals(List.of(ended), store.customers().links(account));
        }

        @Test
        @Tag("NOTI-01")
        void theNewestDeliveredNoticeOfATopicCounts() {
            AccountId account = Fixtures.account();
            Notice first = notice(account, "1", Notice.State.DELIVERED);
            Notice second = notice(account, "2", Notice.State.DELIVERED);
            Notice third = notice(account, "3", Notice.State.QUEUED);
            Notice kept =
                    in(
                            store,
                            () -> {
                                store.notices().add(first);
                                Notice added = store.notices().add(second);
                                store.notices().add(third);
                                return added;
                            });
            assertEquals(
                    Map.of(account, Map.of("low-credit", kept)),
                    store.notices().delivered(Set.of(account)));
            assertEquals(Optional.of(kept), store.notices().find(account, "low-credit", "2"));
            assertEquals("3", store.notices().of(account, 1).get(0).crossing());
        }

        private static Notice notice(AccountId account, String crossing, Notice.State state) {
            return new Notice(
                    0, account, "low-credit", crossing, "text", NOON, state, Optional.of(NOON), "");
        }

        @Test
        @Tag("SEC-02")
        void staffAndSessionsComeAndGo() {
            var user = new Access.User(fresh("user"), Role.CLERK, true, NOON);
            doing(
                    store,
                    () -> {
                        store.access().putUser(user, "hash");
                        store.access().addSession(user.name() + "1", user.name(), NOON);
                        store.access().addSession(user.name() + "2", user.name(), NOON);
                        store.access().endSessions(user.name(), Optional.of(user.name() + "2"));
                    });
            assertTrue(store.access().anyUser());
            assertEquals(Optional.of(user), store.access().user(user.name()));
            assertEquals(Optional.of("hash"), store.access().passwordHash(user.name()));
            assertEquals(Optional.empty(), store.access().session(user.name() + "1"));
            assertEquals(NOON, store.access().session(user.name() + "2").orElseThrow().expires());
            doing(store, () -> store.access().endSession(user.name() + "2"));
            assertEquals(Optional.empty(), store.access().session(user.name() + "2"));
        }

        @Test
        void aPackKeepsItsVersionsAndContents() {
            String pack = fresh("pack");
            var files = PackFiles.of(pack, Map.of("rates.csv", "a,b\n1,2\n", "x/y.drl", "rule ✓"));
            var one = version(pack, 1, files.digest());
            var two = version(pack, 2, files.digest());
            doing(
                    store,
                    () -> {
                        store.rulebook().lock(pack);
                        store.rulebook().add(one, files);
                    });
            doing(
                    store,
                    () -> {
                        store.rulebook().lock(pack);
                        store.rulebook().add(two, files);
                    });
            assertEquals(List.of(one, two), store.rulebook().versions(pack));
            assertTrue(store.rulebook().all().containsAll(List.of(one, two)));
            assertEquals(Optional.of(files), store.rulebook().content(files.digest()));
        }

        private static PackVersion version(String pack, int number, String digest) {
            return new PackVersion(pack, number, "tariff", "Title", digest, NOON, "test");
        }

        @Test
        void anAccountAndItsDeskComeBackAsTheyWere() {
            AccountId id = Fixtures.account();
            doing(
                    store,
                    () -> {
                        store.prepayment().add(account(id));
                        store.prepayment().put(List.of(desk(id)));
                    });
            assertEquals(Optional.of(account(id)), store.prepayment().account(id));
            assertEquals(Optional.of(account(id)), store.prepayment().byMeter(account(id).meter()));
            assertEquals(
                    Map.of(id, desk(id)), in(store, () -> store.prepayment().lock(List.of(id))));
            assertTrue(store.prepayment().dueForMidnight(NOON.plus(DAY), 500).contains(id));
            assertTrue(!store.prepayment().dueForMidnight(NOON, 500).contains(id));
        }

        @Test
        void checkpointsProtectionsAndAlertsAreReplaced() {
            AccountId id = Fixtures.account();
            var old = new PrepaymentStore.Checkpoint(id, NOON, NOON.plus(DAY), "1");
            var now =
                    new PrepaymentStore.Checkpoint(
                            id, NOON.plus(DAY), NOON.plus(DAY).plus(DAY), "2");
            doing(store, () -> store.prepayment().putCheckpoints(List.of(old, now)));
            assertEquals(Map.of(id, now), store.prepayment().newest(List.of(id)));
            assertEquals(
                    List.of(old),
                    store.prepayment().checkpoints(id, Instant.EPOCH, NOON.plus(DAY)));
            var protection =
                    new Accounts.Protection("p", "dispute", "asked", NOON, Optional.empty());
            doing(store, () -> store.prepayment().putProtection(id, protection));
            doing(store, () -> store.prepayment().putProtection(id, protection));
            assertEquals(List.of(protection), store.prepayment().protections(id));
            doing(store, () -> store.prepayment().removeProtection(id, "p"));
            assertEquals(List.of(), store.prepayment().protections(id));
            Alerts.Alert alert = in(store, () -> store.prepayment().putAlert(alert(0, id, 1)));
            doing(store, () -> store.prepayment().putAlert(alert(alert.id(), id, 2)));
            assertEquals(
                    2, store.prepayment().openAlert("silent", id.value()).orElseThrow().count());
        }

        private static Alerts.Alert alert(long id, AccountId account, int count) {
            return new Alerts.Alert(
                    id,
                    "warning",
                    "silent",
                    account.value(),
                    "text",
                    NOON,
                    count,
                    Optional.empty(),
                    Optional.empty());
        }

        @Test
        @Tag("CTRL-14")
        void theBrakeIsOneRowThatIsLocked() {
            var brake = new SupplyDesk.Brake(true, "storm", "amina", NOON, 3, 10, 2);
            doing(
                    store,
                    () -> {
                        store.prepayment().lockBrake();
                        store.prepayment().putBrake(brake);
                        store.prepayment().addCut(Fixtures.account(), NOON);
                    });
            assertEquals(Optional.of(brake), store.prepayment().brake());
            assertTrue(store.prepayment().cutsSince(NOON) >= 1);
        }

        @Test
        void outboxRowsGetNumbersOnlyOnceCommitted() {
            long before = store.outbox().lastNumber();
            String topic = fresh("topic");
            assertThrows(
                    IllegalStateException.class,
                    () ->
                            doing(
                                    store,
                                    () -> {
                                        store.outbox().put(topic, "gone", "{}");
                                        throw new IllegalStateException("deliberate");
                                    }));
            doing(store, () -> store.outbox().put(topic, "kept", "{}"));
            assertEquals(List.of(), store.outbox().pending(topic, 9));
            assertEquals(1, store.outbox().number(500));
            List<Outbox.Row> rows = store.outbox().pending(topic, 9);
            assertEquals(List.of("kept"), rows.stream().map(Outbox.Row::key).toList());
            assertEquals(rows, store.outbox().after(before, 9));
            store.outbox().done(rows.get(0).number());
            assertEquals(List.of(), store.outbox().pending(topic, 9));
            assertEquals(1, store.outbox().forget(NOON.plusNanos(1), 500));
            assertEquals(rows.get(0).number(), store.outbox().lastNumber());
        }
    }
}
