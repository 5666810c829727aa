package org.openprepay.tariff.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.openprepay.api.UsageInterval;
import org.openprepay.rulebook.CompiledRules.RuleFailure;
import org.openprepay.rulebook.PackVersion;
import org.openprepay.tariff.Accumulated;
import org.openprepay.tariff.BillState;
import org.openprepay.tariff.BillState.Segment;
import org.openprepay.tariff.Priced;

/** The arithmetic of running bills: pure, over whatever versions there are. */
final class RunningBill {
    private final Versions versions;

    RunningBill(Versions versions) {
        this.versions = versions;
    }

    Priced fold(BillState before, List<UsageInterval> next) {
        return next.isEmpty()
                ? Changes.between(before, before, versions)
                : fold(before, before, next);
    }

    Priced refold(BillState before, List<UsageInterval> all) {
        List<Segment> empty = before.segments().stream().map(segment -> emptied(segment)).toList();
        return fold(before, with(before, empty, before.from(), before.days()), all);
    }

    Priced accrue(BillState before, Instant at) {
        CivilDays days = days(before);
        Instant last = before.period().end().minusNanos(1);
        int begun = Math.max(before.days(), days.begunAt(at.isBefore(last) ? at : last));
        if (begun == before.days()) {
            return Changes.between(before, before, versions);
        }
        BillState planned = with(plan(before, days.start(begun)), before.foldedTo(), begun);
        return priced(before, planned, (segment, tally) -> {});
    }

    Priced purchase(BillState before, BigDecimal units, Instant at) {
        Instant when = at.isBefore(before.foldedTo()) ? before.foldedTo() : at;
        requireInside(before, when);
        BillState planned = with(plan(before, when), when, before.days());
        return priced(
                before,
                planned,
                (segment, tally) -> {
                    if (segment == index(planned.segments(), when)) {
                        tally.add(when, units);
                    }
                });
    }

    private Priced fold(BillState before, BillState start, List<UsageInterval> next) {
        Instant foldedTo = start.foldedTo();
        Instant lastStart = foldedTo;
        for (UsageInterval interval : next) {
            requireInside(start, interval.start());
            if (interval.start().isBefore(foldedTo)) {
                throw new IllegalArgumentException(
                        interval + " begins before " + foldedTo + ", which is already folded");
            }
            foldedTo = interval.end();
            lastStart = interval.start();
        }
        BillState planned = with(plan(start, lastStart), foldedTo, start.days());
        List<List<UsageInterval>> parts = parts(planned.segments(), next);
        return priced(before, planned, (segment, tally) -> parts.get(segment).forEach(tally::add));
    }

    /** Appends a segment for each version that comes into force up to an instant. */
    private BillState plan(BillState state, Instant upTo) {
        List<Segment> segments = new ArrayList<>(state.segments());
        Segment last = segments.get(segments.size() - 1);
        if (upTo.isBefore(last.from())) {
            return state;
        }
        for (PackVersion version :
                versions.inForce(state.tariff(), last.from(), upTo.plusNanos(1))) {
            if (version.effective().isAfter(last.from())) {
                last = started(version, version.effective());
                segments.add(last);
            } else if (version.number() > last.version()
                    && !state.foldedTo().isBefore(last.from())) {
                last = started(version, state.foldedTo());
                segments.add(last);
            }
        }
        return with(state, segments, state.foldedTo(), state.days());
    }

    private Priced priced(BillState before, BillState planned, BiConsumer<Integer, Tally> usage) {
        List<Segment> segments = new ArrayList<>();
        CivilDays days = days(planned);
        ZoneId zone = ZoneId.of(planned.zone());
        Accumulated previous = Accumulated.NOTHING;
        for (int i = 0; i < planned.segments().size(); i++) {
            Segment segment = planned.segments().get(i);
            Rates rates = versions.rates(segment.digest());
            requireCurrency(planned, i, rates.pack());
            boolean carry = rates.pack().carry();
            int until = begunIn(planned, days, i + 1);
            int since = begunIn(planned, days, i);
            Accumulated base = carry ? onDay(previous, since) : Accumulated.NOTHING;
            var tally = new Tally(start(segment, base), rates.pack(), zone);
            usage.accept(i, tally);
            previous = tally.with(carry ? until : until - since);
            segments.add(rated(segment, rates, base, previous));
        }
        BillState after = with(planned, segments, planned.foldedTo(), planned.days());
        return Changes.between(before, after, versions);
    }

    private void requireCurrency(BillState state, int index, TariffPack pack) {
        Segment first = state.segments().get(0);
        String currency =
                index == 0 ? pack.currency() : versions.rates(first.digest()).pack().currency();
        if (!pack.currency().equals(currency)) {
            String why =
                    "tariff %s version %d is in %s, the bill of %s in %s; publish it under another"
                            + " name";
            int number = state.segments().get(index).version();
            String start = String.valueOf(state.period().start());
            String message = why.formatted(pack.name(), number, pack.currency(), start, currency);
            throw new RuleFailure(message, new IllegalStateException(message));
        }
    }

    /** Days recognised that began before the segment of this index. */
    private static int begunIn(BillState state, CivilDays days, int index) {
        return index < state.segments().size()
                ? Math.min(state.days(), days.begunBefore(state.segments().get(index).from()))
                : state.days();
    }

    private static Segment rated(
            Segment segment, Rates rates, Accumulated base, Accumulated usage) {
        if (base.equals(segment.base()) && usage.equals(segment.usage())) {
            return segment;
        }
        return new Segment(
                segment.version(),
                segment.digest(),
                segment.from(),
                base,
                usage,
                Rating.lines(rates, base, usage));
    }

    /** Usage is folded in time order, so a segment whose base still moves has none of its own. */
    private static Accumulated start(Segment segment, Accumulated base) {
        return segment.usage().total().equals(segment.base().total()) ? base : segment.usage();
    }

    private static List<List<UsageInterval>> parts(
            List<Segment> segments, List<UsageInterval> next) {
        List<List<UsageInterval>> parts = new ArrayList<>();
        segments.forEach(segment -> parts.add(new ArrayList<>()));
        next.forEach(interval -> parts.get(index(segments, interval.start())).add(interval));
        return parts;
    }

    private static int index(List<Segment> segments, Instant at) {
        int index = segments.size() - 1;
        while (index > 0 && at.isBefore(segments.get(index).from())) {
            index--;
        }
        return index;
    }

    private static void requireInside(BillState state, Instant at) {
        if (!state.period().contains(at) || at.isBefore(state.from())) {
            throw new IllegalArgumentException(
                    at + " is outside the bill from " + state.from() + " in " + state.period());
        }
    }

    private static CivilDays days(BillState state) {
        return new CivilDays(state.from(), ZoneId.of(state.zone()));
    }

    private static Accumulated onDay(Accumulated usage, int days) {
        return new Accumulated(
                usage.total(), usage.byBand(), usage.estimated(), days, usage.peak());
    }

    static Segment started(PackVersion version, Instant from) {
        return new Segment(
                version.number(),
                version.digest(),
                from,
                Accumulated.NOTHING,
                Accumulated.NOTHING,
                List.of());
    }

    private static Segment emptied(Segment segment) {
        return new Segment(
                segment.version(),
                segment.digest(),
                segment.from(),
                Accumulated.NOTHING,
                Accumulated.NOTHING,
                List.of());
    }

    private static BillState with(BillState state, Instant foldedTo, int days) {
        return with(state, state.segments(), foldedTo, days);
    }

    private static BillState with(
            BillState state, List<Segment> segments, Instant foldedTo, int days) {
        return new BillState(
                state.tariff(),
                state.period(),
                state.zone(),
                state.from(),
                segments,
                foldedTo,
                days);
    }
}
