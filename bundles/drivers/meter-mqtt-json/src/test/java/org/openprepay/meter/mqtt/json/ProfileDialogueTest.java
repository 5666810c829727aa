package org.openprepay.meter.mqtt.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openprepay.meter.mqtt.json.Talk.NOW;
import static org.openprepay.meter.mqtt.json.Talk.done;
import static org.openprepay.meter.mqtt.json.Talk.got;
import static org.openprepay.meter.mqtt.json.Talk.refused;
import static org.openprepay.meter.mqtt.json.Talk.sent;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openprepay.spi.meter.Frame;
import org.openprepay.spi.meter.Meter;
import org.openprepay.spi.meter.MeterAddress;
import org.openprepay.spi.meter.Order;
import org.openprepay.spi.meter.Report;
import org.openprepay.spi.meter.Step;
import org.openprepay.spi.meter.Supply;

class ProfileDialogueTest {
    private static final String READING =
            "{\"seq\":17,\"at\":\"2026-01-01T00:30:00Z\","
                    + "\"registers\":{\"1.8.0\":\"123.456\",\"2.8.0\":\"0\"},\"unit\":\"kWh\"}";
    private static final Order OFF =
            new Order.SetSupply(5, Supply.OFF, Instant.parse("2026-01-01T00:35:00Z"));

    private final Talk talk = Talk.openprepay();

    @Test
    @Tag("HES-06")
    void aReadingIsTranslatedExactly() {
        Report report = got(talk.up("readings", READING));

        Instant at = Instant.parse("2026-01-01T00:30:00Z");
        assertEquals(OptionalLong.of(17), report.sequence());
        assertEquals(
                List.of(
                        new Report.Register("1.8.0", at, new BigDecimal("123.456"), "kWh"),
                        new Report.Register("2.8.0", at, new BigDecimal("0"), "kWh")),
                report.registers());
    }

    @Test
    void aDayProfileKeepsItsIntervals() {
        Report report =
                got(
                        talk.up(
                                "profile",
                                "{\"seq\":18,\"register\":\"1.8.0\",\"start\":\"2026-01-01T00:00:00Z\","
                                        + "\"interval\":30,\"values\":[\"0.1\",\"0.25\"],\"unit\":\"kWh\"}"));

        Report.Profile profile = report.profiles().get(0);
        assertEquals(Duration.ofMinutes(30), profile.interval());
        assertEquals(List.of(new BigDecimal("0.1"), new BigDecimal("0.25")), profile.values());
    }

    @Test
    void anEventAndAClockAreReported() {
        String event =
                "{\"seq\":19,\"code\":\"cover-open\",\"at\":\"2026-01-01T00:31:02Z\",\"detail\":\"left\"}";
        assertEquals(
                new Report.Event("cover-open", Instant.parse("2026-01-01T00:31:02Z"), "left"),
                got(talk.up("event", event)).events().get(0));
        assertEquals(
                Optional.of(Instant.parse("2026-01-01T00:31:09Z")),
                got(talk.up("clock", "{\"seq\":20,\"at\":\"2026-01-01T00:31:09Z\"}")).clock());
    }

    @Test
    void aCommittedReadingIsAcknowledgedAndItsRepetitionAgainWithoutBeingReported() {
        Report report = got(talk.up("readings", READING));

        assertEquals("openprepay/M1/down/ack {\"seq\":17}", talk.commit(report));
        assertEquals("openprepay/M1/down/ack {\"seq\":17}", sent(talk.up("readings", READING)));
    }

    @Test
    void anUncommittedReadingIsReportedAgainWhenItIsSentAgain() {
        Report first = got(talk.up("readings", READING));

        assertEquals(first, got(talk.up("readings", READING)));
    }

    @Test
    @Tag("CTRL-01")
    void aSupplyOrderIsDoneOnlyByTheStateThatAnswersIt() {
        assertEquals(
                Map.of("number", "5", "supply", "off", "expires", "2026-01-01T00:35:00Z"),
                fields(sent(talk.start(OFF))));

        String unasked =
                "{\"seq\":21,\"supply\":\"on\",\"intent\":4,\"at\":\"2026-01-01T00:31:00Z\"}";
        assertEquals(Optional.of(Supply.ON), got(talk.answer("state", unasked)).supply());
        assertInstanceOf(Step.Ignored.class, talk.answer("state", state(4, "off", 4)));

        Report report = done(talk.answer("state", state(5, "off", 5)));
        assertEquals(Optional.of(Supply.OFF), report.supply());
        assertEquals(OptionalLong.of(5), report.intent());
    }

    @Test
    @Tag("CTRL-01")
    void aSilentMeterIsAskedForItsStateInsteadOfBeingSwitchedTwice() {
        talk.start(OFF);

        String asked = sent(talk.silent());

        assertEquals("state", fields(asked).get("read"));
        long number = Long.parseLong(fields(asked).get("number"));
        assertEquals(
                Optional.of(Supply.ON),
                done(talk.answer("state", state(number, "on", 4))).supply());
    }

    @ParameterizedTest
    @CsvSource({"lower,SUPERSEDED", "expired,EXPIRED", "unable,METER_SAID_NO"})
    void aRefusalOfTheMeterSaysWhy(String said, Step.Why why) {
        talk.start(OFF);

        String answer =
                "{\"order\":5,\"supply\":\"on\",\"intent\":7,\"at\":\"2026-01-01T00:31:00Z\","
                        + "\"refused\":\""
                        + said
                        + "\"}";

        assertEquals(why, refused(talk.answer("state", answer)));
    }

    @Test
    void anExpiredOrderNeverLeaves() {
        assertEquals(
                Step.Why.EXPIRED, refused(talk.start(new Order.SetSupply(5, Supply.OFF, NOW))));
    }

    @Test
    void registersAndTheClockAreReadOnDemand() {
        String asked = sent(talk.start(new Order.ReadRegisters()));
        String answer = READING.replace("\"seq\":17", "\"order\":" + fields(asked).get("number"));
        assertEquals(2, done(talk.answer("readings", answer)).registers().size());

        String set = sent(talk.start(new Order.SetClock(NOW)));
        assertEquals("2026-01-01T00:31:00Z", fields(set).get("clock"));
        String told =
                "{\"order\":" + fields(set).get("number") + ",\"at\":\"2026-01-01T00:31:00Z\"}";
        assertEquals(Optional.of(NOW), done(talk.answer("clock", told)).clock());
    }

    @Test
    void anOrderOutsideThePassportIsRefused() {
        Step step = talk.start(new Order.ReadProfile(NOW.minusSeconds(60), NOW));

        assertEquals(Step.Why.NOT_UNDERSTOOD, refused(step));
    }

    @Test
    void framesOfOtherMetersAreIgnored() {
        assertInstanceOf(
                Step.Ignored.class, talk.hear(Frame.text("openprepay/M2/up/readings", READING)));
        assertInstanceOf(Step.Ignored.class, talk.hear(Frame.text("tele/M1/SENSOR", "{}")));
    }

    @Test
    void aFrameTellsWhoseItIs() {
        var driver = new MqttJsonDriver();
        assertEquals(
                Optional.of(new MeterAddress("M1")),
                driver.identify(Frame.text("openprepay/M1/up/readings", "")));
        assertEquals(
                Optional.of(new MeterAddress("plug")),
                driver.identify(Frame.text("tele/plug/SENSOR", "")));
        assertTrue(driver.identify(Frame.text("openprepay/M1/down/order", "")).isEmpty());
        assertTrue(driver.identify(Frame.text("openprepay/a b/up/state", "")).isEmpty());
    }

    @Test
    void anAddressThatIsNoTopicIsRefusedInsteadOfBeingSentTo() {
        var meter = new Meter("M1", new MeterAddress("a/#"), Map.of());

        Step step = new MqttJsonDriver().open(meter, name -> Optional.empty()).start(OFF, NOW);

        assertEquals(Step.Why.NOT_UNDERSTOOD, refused(step));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"seq\":0}",
                "{\"seq\":1.5,\"at\":\"2026-01-01T00:30:00Z\",\"registers\":{\"1.8.0\":\"1\"},\"unit\":\"kWh\"}",
                "{\"seq\":1,\"at\":\"2026-01-01T00:30:00Z\",\"registers\":{\"1.8.0\":1},\"unit\":\"kWh\"}",
                "{\"seq\":1,\"at\":\"2026-01-01T00:30:00Z\",\"registers\":{\"1.8.0\":\"1e3\"},\"unit\":\"kWh\"}",
                "{\"seq\":1,\"at\":\"2026-01-01T00:30:00Z\",\"registers\":{\"1.8.0\":\"1\"},\"unit\":\"Wh\"}",
                "{\"seq\":1,\"at\":\"2026-01-01T00:30:00Z\",\"registers\":{\"A+\":\"1\"},\"unit\":\"kWh\"}",
                "{\"seq\":1,\"at\":\"2026-01-01T00:30:00\",\"registers\":{\"1.8.0\":\"1\"},\"unit\":\"kWh\"}",
                "{\"seq\":1,\"at\":\"2026-01-01T00:30:00Z\",\"registers\":{},\"unit\":\"kWh\"}",
                "{\"seq\":1,\"at\":\"2026-01-01T00:30:00Z\",\"registers\":{\"1.8.0\":\"1\"},\"unit\":\"kWh\",\"x\":1}",
                "{\"seq\":1,\"seq\":2,\"at\":\"2026-01-01T00:30:00Z\",\"registers\":{\"1.8.0\":\"1\"},\"unit\":\"kWh\"}",
                "{\"seq\":1,\"at\":\"2026-01-01T00:30:00Z\",\"registers\":{\"1.8.0\":\"1\"},\"unit\":\"kWh\"}}",
                "{\"seq\":1,\"at\":\"2026-01-01T00:30:00Z\",\"registers\":{\"1.8.0\":null},\"unit\":\"kWh\"}",
                "{\"seq\":1e999999999,\"at\":\"2026-01-01T00:30:00Z\"}",
                "[[[[[[[[[[[[[[[[[[[[",
            })
    void whatIsNotTheProfileIsGarbled(String payload) {
        assertEquals(Step.Why.GARBLED, refused(talk.up("readings", payload)));
    }

    private static String state(long order, String supply, long intent) {
        return "{\"order\":%d,\"supply\":\"%s\",\"intent\":%d,\"at\":\"2026-01-01T00:31:00Z\"}"
                .formatted(order, supply, intent);
    }

    private static Map<String, String> fields(String sent) {
        var fields = new java.util.HashMap<String, String>();
        var matcher =
                java.util.regex.Pattern.compile("\"(\\w+)\":\"?([^,\"}]+)\"?")
                        .matcher(sent.substring(sent.indexOf('{')));
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2));
        }
        return fields;
    }
}
