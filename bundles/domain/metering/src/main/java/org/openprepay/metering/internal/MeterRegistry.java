package org.openprepay.metering.internal;

import java.util.List;
import java.util.Optional;
import org.openprepay.api.Outcome;
import org.openprepay.api.Slice;
import org.openprepay.metering.Meter;
import org.openprepay.metering.MeteringStore;

/** The register of meters; a meter that was removed never comes back under its number. */
final class MeterRegistry {
    private final MeteringStore store;

    MeterRegistry(MeteringStore store) {
        this.store = store;
    }

    Outcome<Meter> register(Meter meter) {
        Optional<Meter> known =
                Optional.ofNullable(store.meters(List.of(meter.id())).get(meter.id()));
        if (known.isPresent()) {
            return again(known.get(), meter);
        }
        if (meter.multipliers().stream().anyMatch(m -> m.factor().signum() <= 0)) {
            return Outcome.refused("BAD_MULTIPLIER", "multipliers", "a multiplier is above zero");
        }
        Optional<Meter> neighbour = store.at(meter.driver(), meter.address());
        if (neighbour.filter(other -> other.removed().isEmpty()).isPresent()) {
            return Outcome.refused(
                    "ADDRESS_TAKEN",
                    "address",
                    "meter "
                            + neighbour.get().id()
                            + " already answers at "
                            + meter.address()
                            + "; remove it first or use another address");
        }
        store.add(meter);
        return Outcome.accepted(meter);
    }

    private static Outcome<Meter> again(Meter known, Meter meter) {
        if (known.removed().isPresent()) {
            return Outcome.refused(
                    "METER_REMOVED",
                    "id",
                    "meter "
                            + known.id()
                            + " was removed at "
                            + known.removed().get()
                            + "; a meter that returns is registered under a new number");
        }
        return same(known, meter)
                ? Outcome.accepted(known)
                : Outcome.refused(
                        "DUPLICATE",
                        "id",
                        "meter " + known.id() + " is registered with other data; read it first");
    }

    /** When it was registered is ours to say, so a repeat with another time is the same. */
    private static boolean same(Meter known, Meter meter) {
        return known.driver().equals(meter.driver())
                && known.address().equals(meter.address())
                && known.commodity() == meter.commodity()
                && known.registerDigits() == meter.registerDigits()
                && known.maxPower().compareTo(meter.maxPower()) == 0
                && multipliers(known).equals(multipliers(meter))
                && known.settings().equals(meter.settings());
    }

    private static List<Meter.Multiplier> multipliers(Meter meter) {
        return meter.multipliers().stream()
                .map(m -> new Meter.Multiplier(m.from(), m.factor().stripTrailingZeros()))
                .toList();
    }

    Slice<Meter> list(int limit, Optional<String> after) {
        return Pages.of(limit, most -> store.list(most, after), meter -> meter.id().value());
    }
}
