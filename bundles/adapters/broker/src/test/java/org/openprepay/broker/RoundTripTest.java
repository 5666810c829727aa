package org.openprepay.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openprepay.broker.Deadline.until;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.fleet.Fault;
import org.openprepay.fleet.Fleet;
import org.openprepay.fleet.MeterPlan;
import org.openprepay.spi.meter.Order;
import org.openprepay.spi.meter.Report;
import org.openprepay.spi.meter.Step;
import org.openprepay.spi.meter.Supply;

/** Pretend meters, embedded broker, link and driver: everything but the domain. */
class RoundTripTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String PASSWORD = "made by the server";
    private static final Rights RIGHTS =
            new Rights(new Secrets(Map.of("M1", "one", "M2", "two")), PASSWORD);

    private static EmbeddedBroker broker;

    private PocketHost host;
    private Fleet fleet;
    private Instant now = START;

    @BeforeAll
    static void startBroker() {
        broker = new EmbeddedBroker(0, RIGHTS);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void begin() {
        host = new PocketHost(broker.url(), PASSWORD);
        fleet = new Fleet(broker.url(), List.of(plan("M1", "one", 0), plan("M2", "two", 5_000)));
        until("link up", host::up);
        until("meters connected", this::tickUntilAcknowledged);
    }

    @AfterEach
    void end() {
        fleet.close();
        host.close();
    }

    private static MeterPlan plan(String id, String secret, int offset) {
        return new MeterPlan(id, secret, offset, BigDecimal.ONE, new BigDecimal("1000"));
    }

    private boolean tickUntilAcknowledged() {
        tick(now);
        return fleet.meter("M1").connections() > 0
                && fleet.meter("M2").connections() > 0
                && fleet.meter("M1").unacknowledged() + fleet.meter("M2").unacknowledged() == 0;
    }

    private void tick(Instant utilityNow) {
        now = utilityNow;
        host.time(utilityNow);
        fleet.tick(utilityNow);
    }

    @Test
    @Tag("HES-06")
    void aDayOfReadingsArrivesAndIsAcknowledged() {
        tick(START.plusSeconds(86_400));
        until("everything acknowledged", this::tickUntilAcknowledged);

        assertEquals(2 * 49, host.readings().size());
        assertEquals(fleet.meter("M1").register(), host.readings().get("M1 2026-01-02T00:00:00Z"));
        assertTrue(host.refused().isEmpty());
    }

    @Test
    @Tag("CTRL-01")
    void aCutIsConfirmedByTheStateOfTheMeterAndStopsItsRegister() throws Exception {
        Report report = order(off(5));

        assertEquals(Optional.of(Supply.OFF), report.supply());
        assertEquals(OptionalLong.of(5), report.intent());
        assertFalse(fleet.meter("M1").isOn());
        BigDecimal before = fleet.meter("M1").register();
        tick(START.plusSeconds(7_200));
        assertEquals(before, fleet.meter("M1").register());

        assertEquals(Optional.of(Supply.OFF), order(new Order.ReadSupply()).supply());
        assertEquals(before, order(new Order.ReadRegisters()).registers().get(0).value());
        assertEquals(Optional.of(now), order(new Order.SetClock(now)).clock());
    }

    @Test
    @Tag("CTRL-04")
    void aStaleOrderIsRefusedByTheMeter() throws Exception {
        order(off(5));

        host.order("M1", new Order.SetSupply(4, Supply.ON, now.plusSeconds(600)));

        Step.Refused refused = host.refused().poll(20, TimeUnit.SECONDS);
        assertNotNull(refused);
        assertEquals(Step.Why.SUPERSEDED, refused.why());
        assertFalse(fleet.meter("M1").isOn());
    }

    @Test
    @Tag("HES-36")
    void aMeterThatSaysYesAndDoesNotSwitchIsFoundOut() throws Exception {
        fleet.meter("M1").fault(Fault.DOES_NOT_SWITCH, true);

        assertEquals(Optional.of(Supply.ON), order(off(5)).supply());
    }

    @Test
    @Tag("REL-12")
    void aBrokerThatForgetsEverythingLosesNoReading() {
        int port = Integer.parseInt(broker.url().substring(broker.url().lastIndexOf(':') + 1));
        broker.close();
        until("link down", () -> !host.up());
        tick(START.plusSeconds(43_200));
        broker = new EmbeddedBroker(port, RIGHTS);
        until("link up", host::up);
        tick(START.plusSeconds(86_400));
        until("everything acknowledged", this::tickUntilAcknowledged);

        assertEquals(2 * 49, host.readings().size());
    }

    private static Order off(long number) {
        return new Order.SetSupply(number, Supply.OFF, START.plusSeconds(86_400));
    }

    private Report order(Order order) throws InterruptedException {
        host.order("M1", order);
        Report report = host.done().poll(20, TimeUnit.SECONDS);
        assertNotNull(report, "no answer to " + order + "; refused: " + host.refused());
        return report;
    }
}
