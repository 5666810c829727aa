package org.openprepay.metering.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.openprepay.metering.Meter;
import org.openprepay.metering.MeteringStore.Head;
import org.openprepay.metering.MeteringStore.Reading;
import org.openprepay.metering.Row;
import org.openprepay.metering.Verdict;

/** Takes register values: what follows goes straight in, anything else meets its neighbours. */
final class RegisterRows {
    private static final String HELD =
            "too long without data; held until readings in between come or a person releases it";

    private final Delivery delivery;
    private final Usage usage;

    RegisterRows(Delivery delivery, Usage usage) {
        this.delivery = delivery;
        this.usage = usage;
    }

    Verdict take(Meter meter, Row.Register row) {
        Reading reading = reading(row, 0);
        Optional<Head> head = delivery.head(meter.id());
        if (head.isEmpty()) {
            store(reading);
            return Delivery.verdict(row, Verdict.State.ACCEPTED, "");
        }
        if (reading.at().equals(head.get().at())
                && head.get().value().filter(v -> v.compareTo(row.value()) == 0).isPresent()
                && !Usage.released(reading)) {
            return Delivery.verdict(row, Verdict.State.DUPLICATE, "known already");
        }
        return head.get().value().isPresent() && reading.at().isAfter(head.get().at())
                ? follows(meter, row, head.get(), reading)
                : amongOthers(meter, row, head.get(), reading);
    }

    private Verdict follows(Meter meter, Row.Register row, Head head, Reading reading) {
        Reading last = last(head);
        Optional<String> doubt = usage.doubt(meter, last, reading, Slots.NONE);
        if (doubt.isPresent()) {
            return delivery.quarantined(row, doubt.get());
        }
        store(reading);
        List<Reading> both = List.of(last, reading);
        return settled(row, both, Slots.NONE, reading, change(meter, List.of(), both, head));
    }

    private Usage.Change change(Meter meter, List<Reading> old, List<Reading> now, Head head) {
        return change(meter, old, now, Slots.NONE, head);
    }

    private Usage.Change change(
            Meter meter, List<Reading> old, List<Reading> now, Slots slots, Head head) {
        return Usage.Change.of(
                usage.derive(meter, old, slots), usage.derive(meter, now, slots), head.at());
    }

    private Verdict amongOthers(Meter meter, Row.Register row, Head head, Reading reading) {
        delivery.flush();
        Neighbours around = Neighbours.of(delivery.store(), reading);
        if (around.same().filter(same -> repeats(same, reading)).isPresent()) {
            return Delivery.verdict(row, Verdict.State.DUPLICATE, "known already");
        }
        int revision = around.same().map(same -> same.revision() + 1).orElse(0);
        Reading next = reading(row, revision);
        Slots slots = around.slots(delivery.store(), next);
        List<Reading> now = around.with(Optional.of(next));
        Optional<String> doubt = Usage.released(next) ? Optional.empty() : doubt(meter, now, slots);
        if (doubt.isPresent()) {
            return delivery.quarantined(row, doubt.get());
        }
        if (next.at().isBefore(head.at())) {
            delivery.add(next);
        } else {
            store(next);
        }
        Usage.Change change = change(meter, around.with(around.same()), now, slots, head);
        return settled(row, now, slots, next, change);
    }

    private static boolean repeats(Reading same, Reading reading) {
        return same.value().compareTo(reading.value()) == 0 && !Usage.released(reading);
    }

    private Optional<String> doubt(Meter meter, List<Reading> readings, Slots slots) {
        for (int i = 1; i < readings.size(); i++) {
            Optional<String> doubt =
                    usage.doubt(meter, readings.get(i - 1), readings.get(i), slots);
            if (doubt.isPresent()) {
                return doubt;
            }
        }
        return Optional.empty();
    }

    private Verdict settled(
            Row.Register row,
            List<Reading> readings,
            Slots slots,
            Reading taken,
            Usage.Change change) {
        int at = readings.indexOf(taken);
        if (at > 0 && usage.held(readings.get(at - 1), taken, slots)) {
            return delivery.held(row, HELD, change);
        }
        Verdict.State state =
                taken.revision() > 0 ? Verdict.State.REVISION : Verdict.State.ACCEPTED;
        return Delivery.verdict(row, state, change);
    }

    private void store(Reading reading) {
        delivery.add(reading);
        delivery.move(
                new Head(
                        reading.meter(),
                        reading.register(),
                        reading.at(),
                        Optional.of(reading.value())));
    }

    private Reading reading(Row.Register row, int revision) {
        Instant at = row.at().truncatedTo(ChronoUnit.MILLIS);
        return new Reading(
                row.meter(),
                row.register(),
                at,
                revision,
                row.value(),
                row.source(),
                delivery.now());
    }

    private Reading last(Head head) {
        return new Reading(
                head.meter(),
                head.register(),
                head.at(),
                0,
                head.value().orElseThrow(),
                "",
                delivery.now());
    }
}
