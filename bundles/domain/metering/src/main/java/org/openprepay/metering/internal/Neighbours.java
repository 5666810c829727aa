package org.openprepay.metering.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openprepay.metering.MeteringStore;
import org.openprepay.metering.MeteringStore.Reading;

/** The stored readings around an instant. */
record Neighbours(Optional<Reading> before, Optional<Reading> same, Optional<Reading> after) {
    static Neighbours of(MeteringStore store, Reading reading) {
        Instant at = reading.at();
        return new Neighbours(
                store.before(reading.meter(), reading.register(), at),
                store.readings(reading.meter(), reading.register(), at, at).stream().findFirst(),
                store.after(reading.meter(), reading.register(), at));
    }

    /** In time order, with another one in the middle. */
    List<Reading> with(Optional<Reading> middle) {
        return Stream.of(before, middle, after).flatMap(Optional::stream).toList();
    }

    Slots slots(MeteringStore store, Reading reading) {
        Instant from = before.map(Reading::at).orElse(reading.at());
        Instant to = after.map(Reading::at).orElse(reading.at());
        return from.equals(to)
                ? Slots.NONE
                : Slots.of(store.profiles(reading.meter(), reading.register(), from, to));
    }
}
