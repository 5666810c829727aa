package org.openprepay.spi.meter;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a meter said, in the server's words; still to be validated.
 *
 * @param sequence the meter's own number of the message, to acknowledge and to spot repetitions
 * @param supply the relay as the meter reports it
 * @param intent the number of the last order the meter obeyed
 * @param clock the meter's own time, for drift
 */
public record Report(
        OptionalLong sequence,
        List<Register> registers,
        List<Profile> profiles,
        List<Event> events,
        Optional<Supply> supply,
        OptionalLong intent,
        Optional<Instant> clock) {
    public Report {
        registers = List.copyOf(registers);
        profiles = List.copyOf(profiles);
        events = List.copyOf(events);
    }

    /** Says nothing yet. */
    public static Report empty() {
        return new Report(
                OptionalLong.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty());
    }

    /**
     * A register's value at an instant.
     *
     * @param name the OBIS code without medium and channel where there is one: {@code 1.8.0}
     */
    public record Register(String name, Instant at, BigDecimal value, String unit) {}

    /** Interval values; each belongs to [start + i × interval, start + (i + 1) × interval). */
    public record Profile(
            String name, Instant start, Duration interval, List<BigDecimal> values, String unit) {
        public Profile {
            values = List.copyOf(values);
        }
    }

    /** Something that happened at the meter: {@code cover-open}, {@code power-fail}. */
    public record Event(String code, Instant at, String detail) {}
}
