package org.openprepay.metering.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openprepay.metering.MeteringStore.ProfileDay;
import org.openprepay.metering.Row;

/**
 * A profile cut into UTC days and merged with what was known of them.
 *
 * @param changed the days that differ from before, each with its new revision
 * @param revised whether a known value was replaced
 */
record Days(List<ProfileDay> changed, boolean revised) {
    private static final int DAY_MINUTES = 24 * 60;

    static Instant first(Row.Profile row) {
        return row.start().truncatedTo(ChronoUnit.DAYS);
    }

    /** The end of the last day. */
    static Instant end(Row.Profile row) {
        Instant last = row.start().plus(row.interval().multipliedBy(row.values().size() - 1L));
        return last.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
    }

    static Days merge(Row.Profile row, List<ProfileDay> known, Instant received) {
        Map<Instant, ProfileDay> before = byDay(known);
        var changed = new ArrayList<ProfileDay>();
        boolean revised = false;
        int next = 0;
        while (next < row.values().size()) {
            Instant at = row.start().plus(row.interval().multipliedBy(next));
            Instant day = at.truncatedTo(ChronoUnit.DAYS);
            Optional<ProfileDay> old = Optional.ofNullable(before.get(day));
            List<Optional<BigDecimal>> values = values(row, old);
            int slot = (int) Duration.between(day, at).dividedBy(row.interval());
            boolean differs = false;
            for (; slot < values.size() && next < row.values().size(); slot++, next++) {
                BigDecimal value = row.values().get(next);
                Optional<BigDecimal> was = values.set(slot, Optional.of(value));
                boolean other = was.filter(v -> v.compareTo(value) != 0).isPresent();
                revised |= other;
                differs |= other || was.isEmpty();
            }
            if (differs) {
                changed.add(day(row, day, old, values, received));
            }
        }
        return new Days(changed, revised);
    }

    private static Map<Instant, ProfileDay> byDay(List<ProfileDay> days) {
        var byDay = new TreeMap<Instant, ProfileDay>();
        days.forEach(day -> byDay.put(day.day(), day));
        return byDay;
    }

    private static List<Optional<BigDecimal>> values(Row.Profile row, Optional<ProfileDay> old) {
        int size = DAY_MINUTES / (int) row.interval().toMinutes();
        var values = new ArrayList<Optional<BigDecimal>>(size);
        old.ifPresent(day -> values.addAll(day.values()));
        while (values.size() < size) {
            values.add(Optional.empty());
        }
        return values;
    }

    private static ProfileDay day(
            Row.Profile row,
            Instant day,
            Optional<ProfileDay> old,
            List<Optional<BigDecimal>> values,
            Instant received) {
        return new ProfileDay(
                row.meter(),
                row.register(),
                day,
                (int) row.interval().toMinutes(),
                old.map(known -> known.revision() + 1).orElse(0),
                List.copyOf(values),
                row.source(),
                received);
    }

    /** The days as they are after this change. */
    List<ProfileDay> over(List<ProfileDay> known) {
        Map<Instant, ProfileDay> all = byDay(known);
        changed.forEach(day -> all.put(day.day(), day));
        return List.copyOf(all.values());
    }
}
