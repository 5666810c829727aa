package org.openprepay.meter.mqtt.json;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.openprepay.spi.meter.Dialogue;
import org.openprepay.spi.meter.Frame;
import org.openprepay.spi.meter.Meter;
import org.openprepay.spi.meter.MeterAddress;
import org.openprepay.spi.meter.Order;
import org.openprepay.spi.meter.Report;
import org.openprepay.spi.meter.Step;

/** A conversation with meter {@code M1} at a fixed time. */
final class Talk {
    static final Instant NOW = Instant.parse("2026-01-01T00:31:00Z");

    private final Dialogue dialogue;

    private Talk(Map<String, String> settings) {
        dialogue =
                new MqttJsonDriver()
                        .open(
                                new Meter("M1", new MeterAddress("M1"), settings),
                                name -> Optional.empty());
    }

    static Talk openprepay() {
        return new Talk(Map.of());
    }

    static Talk tasmota(String zone) {
        return new Talk(Map.of("profile", "tasmota", "zone", zone));
    }

    Step up(String kind, String payload) {
        return hear(Frame.text("openprepay/M1/up/" + kind, payload));
    }

    Step hear(Frame frame) {
        return dialogue.heard(frame, NOW);
    }

    Step answer(String kind, String payload) {
        return dialogue.answered(Frame.text("openprepay/M1/up/" + kind, payload), NOW);
    }

    Step answer(Frame frame) {
        return dialogue.answered(frame, NOW);
    }

    Step silent() {
        return dialogue.silent(NOW);
    }

    Step start(Order order) {
        return dialogue.start(order, NOW);
    }

    String commit(Report report) {
        return sent(dialogue.committed(report, NOW));
    }

    static Report got(Step step) {
        return assertInstanceOf(Step.Got.class, step).report();
    }

    static Report done(Step step) {
        return assertInstanceOf(Step.Done.class, step).report();
    }

    static Step.Why refused(Step step) {
        return assertInstanceOf(Step.Refused.class, step).why();
    }

    static String sent(Step step) {
        Frame frame = assertInstanceOf(Step.Send.class, step).frames().get(0);
        return frame.channel() + " " + frame.text();
    }
}
