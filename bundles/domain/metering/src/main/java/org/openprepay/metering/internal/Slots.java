package org.openprepay.metering.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.openprepay.api.UsageInterval;
import org.openprepay.metering.MeteringStore.ProfileDay;

/** The known interval values of a meter, in time order, never overlapping. */
record Slots(List<UsageInterval> all) {
    static final Slots NONE = new Slots(List.of());

    static Slots of(List<ProfileDay> days) {
        var all = new ArrayList<UsageInterval>();
        days.stream()
                .sorted(Comparator.comparing(ProfileDay::day))
                .forEach(day -> addKnown(day, all));
        return new Slots(all);
    }

    private static void addKnown(ProfileDay day, List<UsageInterval> all) {
        Duration interval = Duration.ofMinutes(day.intervalMinutes());
        Instant start = day.day();
        for (Optional<BigDecimal> value : day.values()) {
            Instant end = start.plus(interval);
            if (value.isPresent()) {
                all.add(new UsageInterval(start, end, value.get(), false));
            }
            start = end;
        }
    }

    /** Those that share time with [from, to). */
    List<UsageInterval> overlapping(Instant from, Instant to) {
        return all.subList(firstEndingAfter(from), firstStartingAt(to));
    }

    private int firstEndingAfter(Instant instant) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).end().isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private int firstStartingAt(Instant instant) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).start().isBefore(instant)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
