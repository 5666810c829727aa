package org.openprepay.fleet;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A meter with a relay on the OpenPrepay profile over MQTT. Time passes only by {@link #tick};
 * orders are answered as they arrive.
 */
public final class PretendMeter implements AutoCloseable {
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    private static final Duration LATE = Duration.ofHours(-2);
    private static final int MOST_HALF_HOURS_A_TICK = 336;

    private final String up;
    private final String down;
    private final Wire wire;
    private final Household household;
    private final Kept kept = new Kept();
    private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
    private boolean on = true;
    private boolean goesBack;
    private long intent;
    private long sequence;
    private long tick;
    private @Nullable Instant now;
    private Instant measured = Instant.EPOCH;
    private Duration clockError = Duration.ZERO;

    PretendMeter(MeterPlan plan, List<BigDecimal> recorded, Wire wire) {
        up = "openprepay/" + plan.id() + "/up/";
        down = "openprepay/" + plan.id() + "/down/";
        household = new Household(recorded, plan);
        this.wire = wire;
    }

    /** Utility time is now this; measures every half hour that passed since the last tick. */
    public synchronized void tick(Instant utilityNow) {
        tick++;
        if (now == null) {
            begin(utilityNow);
        }
        now = utilityNow;
        measure(utilityNow);
        if (goesBack) {
            goesBack = false;
            on = !on;
            tell("state", state());
        }
        wire.tend(this::heard);
        if (!faults.contains(Fault.SILENT)) {
            kept.sendAgain(wire, tick);
        }
    }

    /** Sequences start from the clock, so that a meter that was restarted repeats none. */
    private void begin(Instant utilityNow) {
        now = utilityNow;
        sequence = utilityNow.toEpochMilli();
        long half = HALF_HOUR.toSeconds();
        measured = Instant.ofEpochSecond(utilityNow.getEpochSecond() / half * half);
        tell("readings", readings(measured));
        tell("state", state());
    }

    private void measure(Instant until) {
        for (int i = 0; i < MOST_HALF_HOURS_A_TICK; i++) {
            Instant end = measured.plus(HALF_HOUR);
            if (end.isAfter(until)) {
                return;
            }
            measured = end;
            household.halfHour(on);
            tell("readings", readings(end));
        }
    }

    /** Keeps a message until the server acknowledges it, and sends it. */
    private void tell(String kind, String rest) {
        sequence++;
        String payload = "{\"seq\":" + sequence + "," + rest + "}";
        kept.keep(sequence, up + kind, payload, tick);
        say(kind, payload);
    }

    private void say(String kind, String payload) {
        if (!faults.contains(Fault.SILENT)) {
            wire.publish(up + kind, payload);
        }
    }

    private synchronized void heard(String topic, String payload) {
        Flat said = Flat.of(payload);
        if (topic.equals(down + "ack")) {
            kept.acknowledged(said.number("seq"));
        } else if (topic.equals(down + "order") && said.number("number") > 0) {
            obey(said);
        }
    }

    private void obey(Flat order) {
        String answer = "{\"order\":" + order.number("number") + ",";
        if (order.has("supply")) {
            String refused = switchSupply(order);
            say("state", answer + state() + refused + "}");
        } else if (order.text("read").equals("state")) {
            say("state", answer + state() + "}");
        } else if (order.text("read").equals("registers")) {
            say("readings", answer + readings(clock()) + "}");
        } else if (order.has("clock")) {
            setClock(order.text("clock"));
            say("clock", answer + "\"at\":\"" + clock() + "\"}");
        }
    }

    /** Switches the relay, or says why not. */
    private String switchSupply(Flat order) {
        if (!order.text("supply").matches("on|off")) {
            return ",\"refused\":\"unable\"";
        }
        if (order.number("number") < intent) {
            return ",\"refused\":\"lower\"";
        }
        Instant expires = instant(order.text("expires"));
        if (expires == null || !clock().isBefore(expires)) {
            return ",\"refused\":\"expired\"";
        }
        intent = order.number("number");
        boolean wanted = order.text("supply").equals("on");
        if (!faults.contains(Fault.DOES_NOT_SWITCH)) {
            goesBack = wanted != on && faults.contains(Fault.SWITCHES_BACK);
            on = wanted;
        }
        return "";
    }

    private void setClock(String text) {
        Instant to = instant(text);
        if (to != null && now != null) {
            clockError = Duration.between(now, to);
        }
    }

    private static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException notAnInstant) {
            return null;
        }
    }

    private Instant clock() {
        return now == null ? Instant.EPOCH : now.plus(clockError);
    }

    private String state() {
        return "\"supply\":\"%s\",\"intent\":%d,\"at\":\"%s\""
                .formatted(on ? "on" : "off", intent, clock());
    }

    private String readings(Instant end) {
        return "\"at\":\"%s\",\"registers\":{\"1.8.0\":\"%s\"},\"unit\":\"kWh\""
                .formatted(end.plus(clockError), household.register().toPlainString());
    }

    /** Breaks or mends the meter. */
    public synchronized void fault(Fault fault, boolean broken) {
        if (broken) {
            faults.add(fault);
        } else {
            faults.remove(fault);
        }
        if (fault == Fault.CLOCK_OFF) {
            clockError = broken ? LATE : Duration.ZERO;
        }
    }

    /** Publishes any payload on one of its own topics, for tests of bad input. */
    public synchronized void publish(String kind, String payload) {
        wire.publish(up + kind, payload);
    }

    /** What the register shows, in kWh. */
    public synchronized BigDecimal register() {
        return household.register();
    }

    /** Whether the relay is closed. */
    public synchronized boolean isOn() {
        return on;
    }

    /** How many messages the server has not acknowledged. */
    public synchronized int unacknowledged() {
        return kept.size();
    }

    /** How often it came to its broker. */
    public int connections() {
        return wire.connections();
    }

    @Override
    public void close() {
        wire.close();
    }
}
