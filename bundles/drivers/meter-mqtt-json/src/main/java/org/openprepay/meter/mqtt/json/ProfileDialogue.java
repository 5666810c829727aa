package org.openprepay.meter.mqtt.json;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.openprepay.api.Json;
import org.openprepay.spi.meter.Dialogue;
import org.openprepay.spi.meter.Frame;
import org.openprepay.spi.meter.MeterAddress;
import org.openprepay.spi.meter.Order;
import org.openprepay.spi.meter.Report;
import org.openprepay.spi.meter.Step;

/** Talks the OpenPrepay profile with one meter. */
final class ProfileDialogue implements Dialogue {
    private static final int REMEMBERED = 256;
    private static final Map<String, String> STATE = Map.of("read", "state");
    private static final Map<String, String> REGISTERS = Map.of("read", "registers");
    private static final long NOTHING_ASKED = 0;

    private final MeterAddress meter;
    private final Set<Long> committed = new LinkedHashSet<>();
    private long asked = NOTHING_ASKED;
    private Map<String, String> again = STATE;

    ProfileDialogue(MeterAddress meter) {
        this.meter = meter;
    }

    @Override
    public Step start(Order order, Instant now) {
        if (order instanceof Order.SetSupply wanted) {
            return switchSupply(wanted, now);
        }
        if (order instanceof Order.ReadSupply) {
            return ask(now.toEpochMilli(), STATE);
        }
        if (order instanceof Order.ReadRegisters) {
            return ask(now.toEpochMilli(), REGISTERS);
        }
        if (order instanceof Order.SetClock clock) {
            return ask(now.toEpochMilli(), Map.of("clock", clock.to().toString()));
        }
        return new Step.Refused(Step.Why.NOT_UNDERSTOOD, "the profile has no such order");
    }

    private Step switchSupply(Order.SetSupply wanted, Instant now) {
        if (!now.isBefore(wanted.expires())) {
            return new Step.Refused(Step.Why.EXPIRED, "expired at " + wanted.expires());
        }
        Step sent =
                ask(
                        wanted.number(),
                        Map.of(
                                "supply", wanted.wanted().name().toLowerCase(Locale.ROOT),
                                "expires", wanted.expires().toString()));
        again = STATE;
        return sent;
    }

    private Step ask(long number, Map<String, String> order) {
        asked = number;
        again = order;
        var payload = new LinkedHashMap<String, Object>();
        payload.put("number", number);
        payload.putAll(order);
        return new Step.Send(
                List.of(Frame.text(Topics.order(meter), Json.object(payload))),
                Order.PATIENCE,
                Map.of());
    }

    @Override
    public Step answered(Frame frame, Instant now) {
        return understood(frame);
    }

    /** A supply order is not repeated: what the meter made of it is asked instead. */
    @Override
    public Step silent(Instant now) {
        if (asked == NOTHING_ASKED) {
            return new Step.Ignored("nothing was asked");
        }
        return ask(now.toEpochMilli(), again);
    }

    @Override
    public Step heard(Frame frame, Instant now) {
        return understood(frame);
    }

    private Step understood(Frame frame) {
        var up = Topics.up(frame.channel());
        if (up.isEmpty() || !frame.channel().startsWith("openprepay/" + meter.value() + "/")) {
            return new Step.Ignored("not a topic of meter " + meter.value());
        }
        try {
            return step(ProfileReader.read(up.get().kind(), frame.bytes()));
        } catch (Garbled garbled) {
            return new Step.Refused(Step.Why.GARBLED, garbled.detail());
        }
    }

    private Step step(Said said) {
        if (said.order().isPresent()) {
            return answer(said);
        }
        long sequence = said.report().sequence().orElseThrow();
        return committed.contains(sequence) ? acknowledge(sequence) : new Step.Got(said.report());
    }

    private Step answer(Said said) {
        if (asked == NOTHING_ASKED || !said.answers(asked)) {
            return new Step.Ignored("answers order " + said.order().getAsLong() + ", not ours");
        }
        asked = NOTHING_ASKED;
        return said.refused()
                .<Step>map(ProfileDialogue::refusal)
                .orElse(new Step.Done(said.report()));
    }

    private static Step refusal(String why) {
        Step.Why reason =
                switch (why) {
                    case "lower" -> Step.Why.SUPERSEDED;
                    case "expired" -> Step.Why.EXPIRED;
                    default -> Step.Why.METER_SAID_NO;
                };
        return new Step.Refused(reason, "the meter says " + why);
    }

    @Override
    public Step committed(Report report, Instant now) {
        if (report.sequence().isEmpty()) {
            return new Step.Ignored("an answer is not acknowledged");
        }
        long sequence = report.sequence().getAsLong();
        remember(sequence);
        return acknowledge(sequence);
    }

    private void remember(long sequence) {
        committed.add(sequence);
        if (committed.size() > REMEMBERED) {
            committed.remove(committed.iterator().next());
        }
    }

    private Step acknowledge(long sequence) {
        Frame ack = Frame.text(Topics.ack(meter), Json.object(Map.of("seq", sequence)));
        return new Step.Send(List.of(ack), Duration.ZERO, Map.of());
    }
}
