package org.openprepay.metering.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.openprepay.api.Decimals;
import org.openprepay.api.UsageInterval;
import org.openprepay.metering.Meter;
import org.openprepay.metering.MeteringStore.Reading;

/**
 * The one derivation of usage from stored readings: interval values where there are any, the rest
 * of each register advance in between. It depends on what is stored, never on how it arrived.
 */
final class Usage {
    /** Readings that a person believed carry this before their source. */
    static final String RELEASED = "released:";

    private static final Comparator<UsageInterval> IN_TIME =
            Comparator.comparing(UsageInterval::start);

    private final Settings settings;
    private final Advances advances;

    Usage(Settings settings) {
        this.settings = settings;
        this.advances = new Advances(settings);
    }

    Advances advances() {
        return advances;
    }

    /** Whether a person believed it. */
    static boolean released(Reading reading) {
        return reading.source().startsWith(RELEASED);
    }

    /** All intervals that readings (in time order) and slots tell of. */
    List<UsageInterval> derive(Meter meter, List<Reading> readings, Slots slots) {
        var all = new ArrayList<>(slots.all());
        for (int i = 1; i < readings.size(); i++) {
            all.addAll(between(meter, readings.get(i - 1), readings.get(i), slots));
        }
        all.sort(IN_TIME);
        return all;
    }

    private List<UsageInterval> between(Meter meter, Reading a, Reading b, Slots slots) {
        Stretch stretch = Stretch.of(a.at(), b.at(), slots);
        Optional<BigDecimal> advance = advances.between(meter, a, b);
        if (advance.isEmpty() || stretch.gaps().isEmpty() || held(stretch, b)) {
            return List.of();
        }
        return stretch.spread(advance.get(), meter);
    }

    private boolean held(Stretch stretch, Reading b) {
        return !released(b) && stretch.unmeasured().compareTo(settings.maxGap()) > 0;
    }

    /** Whether the advance up to b is not charged because too long nothing was measured. */
    boolean held(Reading a, Reading b, Slots slots) {
        return held(Stretch.of(a.at(), b.at(), slots), b);
    }

    /** Why the step from a to b is not believed; empty when it is. */
    Optional<String> doubt(Meter meter, Reading a, Reading b, Slots slots) {
        if (released(b)) {
            return Optional.empty();
        }
        Optional<BigDecimal> advance = advances.between(meter, a, b);
        if (advance.isEmpty()) {
            return Optional.of(
                    "went back from " + told(a) + " to " + told(b) + ", and that is no roll-over");
        }
        BigDecimal bound = advances.bound(meter, a.at(), b.at());
        if (advance.get().compareTo(bound) > 0) {
            return Optional.of(
                    "spike: "
                            + Decimals.plain(advance.get()).toPlainString()
                            + " from "
                            + told(a)
                            + " to "
                            + told(b)
                            + " is more than the "
                            + Decimals.plain(bound).toPlainString()
                            + " that "
                            + meter.maxPower().toPlainString()
                            + " kW or m3/h allow");
        }
        return mismatch(meter, a, b, advance.get(), slots);
    }

    private Optional<String> mismatch(
            Meter meter, Reading a, Reading b, BigDecimal advance, Slots slots) {
        Stretch stretch = Stretch.of(a.at(), b.at(), slots);
        BigDecimal tolerance =
                advance.multiply(settings.mismatch())
                        .add(advances.step(meter, a.at(), b.at()))
                        .add(stretch.straddling());
        BigDecimal excess = stretch.measuredUsage().subtract(advance);
        boolean more = excess.compareTo(tolerance) > 0;
        boolean less = stretch.gaps().isEmpty() && excess.negate().compareTo(tolerance) > 0;
        if (!more && !less) {
            return Optional.empty();
        }
        return Optional.of(
                "the register advanced by "
                        + Decimals.plain(advance).toPlainString()
                        + " from "
                        + told(a)
                        + " to "
                        + told(b)
                        + " but the interval values say "
                        + Decimals.plain(stretch.measuredUsage()).toPlainString());
    }

    private static String told(Reading reading) {
        return Decimals.plain(reading.value()).toPlainString() + " at " + reading.at();
    }

    /** How known usage became other usage. */
    record Change(List<UsageInterval> fresh, Optional<Instant> from) {
        static Change of(List<UsageInterval> old, List<UsageInterval> now, Instant frontier) {
            int same = 0;
            while (same < old.size() && same < now.size() && old.get(same).equals(now.get(same))) {
                same++;
            }
            List<UsageInterval> gone = old.subList(same, old.size());
            List<UsageInterval> come = now.subList(same, now.size());
            boolean follows = come.isEmpty() || !come.get(0).start().isBefore(frontier);
            if (gone.isEmpty() && follows) {
                return new Change(List.copyOf(come), Optional.empty());
            }
            Instant gap = gone.isEmpty() ? Instant.MAX : gone.get(0).start();
            Instant filled = come.isEmpty() ? Instant.MAX : come.get(0).start();
            return new Change(List.of(), Optional.of(gap.isBefore(filled) ? gap : filled));
        }
    }
}
