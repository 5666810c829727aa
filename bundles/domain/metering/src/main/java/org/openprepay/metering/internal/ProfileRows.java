package org.openprepay.metering.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openprepay.metering.Meter;
import org.openprepay.metering.MeteringStore.Head;
import org.openprepay.metering.MeteringStore.ProfileDay;
import org.openprepay.metering.MeteringStore.Reading;
import org.openprepay.metering.Row;
import org.openprepay.metering.Verdict;

/** Takes interval values and merges them into their days. */
final class ProfileRows {
    private final Delivery delivery;
    private final Usage usage;

    ProfileRows(Delivery delivery, Usage usage) {
        this.delivery = delivery;
        this.usage = usage;
    }

    Verdict take(Meter meter, Row.Profile row) {
        Optional<String> spike = spike(meter, row);
        if (spike.isPresent() && !row.source().startsWith(Usage.RELEASED)) {
            return delivery.quarantined(row, spike.get());
        }
        Optional<Head> head = delivery.head(meter.id());
        boolean newDays = head.map(h -> !Days.first(row).isBefore(h.at())).orElse(true);
        return newDays ? follows(row) : amongOthers(meter, row, head.orElseThrow());
    }

    private Optional<String> spike(Meter meter, Row.Profile row) {
        BigDecimal capacity = usage.advances().capacity(meter, row.interval());
        return row.values().stream()
                .filter(value -> value.compareTo(capacity) > 0)
                .findFirst()
                .map(
                        value ->
                                "spike: "
                                        + value.toPlainString()
                                        + " in "
                                        + row.interval().toMinutes()
                                        + " minutes is more than the "
                                        + capacity.stripTrailingZeros().toPlainString()
                                        + " that "
                                        + meter.maxPower().toPlainString()
                                        + " kW or m3/h allow");
    }

    private Verdict follows(Row.Profile row) {
        Days days = Days.merge(row, List.of(), delivery.now());
        delivery.add(days.changed());
        delivery.move(end(row));
        var fresh = Slots.of(days.changed()).all();
        return Delivery.verdict(
                row, Verdict.State.ACCEPTED, new Usage.Change(fresh, Optional.empty()));
    }

    private Verdict amongOthers(Meter meter, Row.Profile row, Head head) {
        delivery.flush();
        List<ProfileDay> known = profiles(row, Days.first(row), Days.end(row));
        if (known.stream().anyMatch(day -> day.intervalMinutes() != row.interval().toMinutes())) {
            return delivery.quarantined(row, "the day is known in intervals of another length");
        }
        Days days = Days.merge(row, known, delivery.now());
        if (days.changed().isEmpty()) {
            return Delivery.verdict(row, Verdict.State.DUPLICATE, "known already");
        }
        List<Reading> readings = readings(row);
        List<ProfileDay> around = around(row, readings);
        Slots now = Slots.of(days.over(around));
        Optional<String> doubt = doubt(meter, row, readings, now);
        if (doubt.isPresent()) {
            return delivery.quarantined(row, doubt.get());
        }
        delivery.add(days.changed());
        if (rowEnd(row).isAfter(head.at())) {
            delivery.move(end(row));
        }
        Verdict.State state = days.revised() ? Verdict.State.REVISION : Verdict.State.ACCEPTED;
        return Delivery.verdict(
                row,
                state,
                Usage.Change.of(
                        usage.derive(meter, readings, Slots.of(around)),
                        usage.derive(meter, readings, now),
                        head.at()));
    }

    private Optional<String> doubt(
            Meter meter, Row.Profile row, List<Reading> readings, Slots slots) {
        if (row.source().startsWith(Usage.RELEASED)) {
            return Optional.empty();
        }
        for (int i = 1; i < readings.size(); i++) {
            var doubt = usage.doubt(meter, readings.get(i - 1), readings.get(i), slots);
            if (doubt.isPresent()) {
                return doubt;
            }
        }
        return Optional.empty();
    }

    /** Register readings whose advances these values are part of. */
    private List<Reading> readings(Row.Profile row) {
        Instant end = rowEnd(row);
        var all =
                new ArrayList<>(
                        delivery.store().readings(row.meter(), row.register(), row.start(), end));
        delivery.store().after(row.meter(), row.register(), end).ifPresent(all::add);
        if (!all.isEmpty()) {
            delivery.store()
                    .before(row.meter(), row.register(), row.start())
                    .ifPresent(first -> all.add(0, first));
        }
        return all;
    }

    private List<ProfileDay> around(Row.Profile row, List<Reading> readings) {
        Instant from = Days.first(row);
        Instant to = Days.end(row);
        if (!readings.isEmpty()) {
            Instant first = readings.get(0).at();
            Instant last = readings.get(readings.size() - 1).at();
            from = first.isBefore(from) ? first : from;
            to = last.isAfter(to) ? last : to;
        }
        return profiles(row, from, to);
    }

    private List<ProfileDay> profiles(Row.Profile row, Instant from, Instant to) {
        return delivery.store().profiles(row.meter(), row.register(), from, to);
    }

    private static Instant rowEnd(Row.Profile row) {
        Duration length = row.interval().multipliedBy(row.values().size());
        return row.start().plus(length);
    }

    private static Head end(Row.Profile row) {
        return new Head(row.meter(), row.register(), rowEnd(row), Optional.empty());
    }
}
