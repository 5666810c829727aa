package org.openprepay.meter.mqtt.json;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.openprepay.spi.meter.Report;
import org.openprepay.spi.meter.Supply;

/** Makes reports that say one thing. */
final class Reports {
    private Reports() {}

    static Report registers(OptionalLong sequence, List<Report.Register> registers) {
        return report(sequence, registers, List.of(), List.of());
    }

    static Report profile(OptionalLong sequence, Report.Profile profile) {
        return report(sequence, List.of(), List.of(profile), List.of());
    }

    static Report event(OptionalLong sequence, Report.Event event) {
        return report(sequence, List.of(), List.of(), List.of(event));
    }

    static Report clock(OptionalLong sequence, Instant clock) {
        return new Report(
                sequence,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.of(clock));
    }

    static Report state(
            OptionalLong sequence, Supply supply, OptionalLong intent, Optional<Instant> clock) {
        return new Report(
                sequence, List.of(), List.of(), List.of(), Optional.of(supply), intent, clock);
    }

    private static Report report(
            OptionalLong sequence,
            List<Report.Register> registers,
            List<Report.Profile> profiles,
            List<Report.Event> events) {
        return new Report(
                sequence,
                registers,
                profiles,
                events,
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty());
    }
}
