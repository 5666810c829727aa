package org.openprepay.prepayment.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openprepay.api.Money;
import org.openprepay.api.Outcome;
import org.openprepay.api.Period;
import org.openprepay.api.Quantity;
import org.openprepay.api.Unit;
import org.openprepay.api.UsageInterval;
import org.openprepay.tariff.Accumulated;
import org.openprepay.tariff.BillCodec;
import org.openprepay.tariff.BillLine;
import org.openprepay.tariff.BillState;
import org.openprepay.tariff.Priced;
import org.openprepay.tariff.Tariffs;

/** Two shillings a kWh for the first ten of a month, three above, and one a day. */
final class FlatTariffs implements Tariffs, BillCodec {
    private static final BigDecimal TEN = BigDecimal.TEN;
    private final Map<String, BillState> texts = new HashMap<>();

    @Override
    public Period period(String tariff, ZoneId zone, Instant at) {
        YearMonth month = YearMonth.from(at.atZone(zone));
        return new Period(start(month, zone), start(month.plusMonths(1), zone));
    }

    private static Instant start(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    @Override
    public Outcome<BillState> open(String tariff, ZoneId zone, Instant from) {
        Accumulated none = Accumulated.NOTHING;
        var segment = new BillState.Segment(1, "d1", from, none, none, List.of());
        Period period = period(tariff, zone, from);
        return Outcome.accepted(
                new BillState(tariff, period, zone.getId(), from, List.of(segment), from, 0));
    }

    @Override
    public Priced fold(BillState before, List<UsageInterval> next) {
        BigDecimal total = total(before);
        Instant to = before.foldedTo();
        for (UsageInterval each : next) {
            if (each.start().isBefore(to) || !before.period().contains(each.start())) {
                throw new IllegalArgumentException(each + " does not follow " + to);
            }
            total = total.add(each.amount());
            to = each.end();
        }
        return priced(before, total, before.days(), to);
    }

    @Override
    public Priced refold(BillState before, List<UsageInterval> all) {
        BigDecimal total =
                all.stream().map(UsageInterval::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return priced(before, total, before.days(), all.get(all.size() - 1).end());
    }

    @Override
    public Priced accrue(BillState before, Instant at) {
        ZoneId zone = ZoneId.of(before.zone());
        LocalDate first = LocalDate.ofInstant(before.from(), zone);
        int days = (int) (LocalDate.ofInstant(at, zone).toEpochDay() - first.toEpochDay()) + 1;
        return priced(before, total(before), Math.max(days, before.days()), before.foldedTo());
    }

    @Override
    public Outcome<Quote> quote(BillState before, Money money) {
        BigDecimal cheap = TEN.subtract(total(before)).max(BigDecimal.ZERO);
        BigDecimal units = money.amount().divide(BigDecimal.valueOf(2), 3, RoundingMode.DOWN);
        if (units.compareTo(cheap) > 0) {
            BigDecimal rest = money.amount().subtract(cheap.multiply(BigDecimal.valueOf(2)));
            units = cheap.add(rest.divide(BigDecimal.valueOf(3), 3, RoundingMode.DOWN));
        }
        var bought = new Quantity(units, Unit.KWH);
        Priced priced = purchase(before, bought, before.foldedTo());
        return Outcome.accepted(
                new Quote(
                        bought,
                        priced.change(),
                        money.minus(priced.change()),
                        priced.after().lines()));
    }

    @Override
    public Priced purchase(BillState before, Quantity units, Instant at) {
        return priced(before, total(before).add(units.value()), before.days(), before.foldedTo());
    }

    @Override
    public Outcome<String> currency(String tariff, Instant at) {
        return tariff.equals("flat")
                ? Outcome.accepted("KES")
                : Outcome.refused("UNKNOWN_TARIFF", "no tariff " + tariff);
    }

    @Override
    public String write(BillState state) {
        String text = "state-" + Integer.toHexString(state.hashCode());
        texts.put(text, state);
        return text;
    }

    @Override
    public BillState read(String text) {
        return Optional.ofNullable(texts.get(text)).orElseThrow();
    }

    private static BigDecimal total(BillState state) {
        return state.segments().get(0).usage().total();
    }

    private static Priced priced(BillState before, BigDecimal total, int days, Instant to) {
        BigDecimal above = total.subtract(TEN).max(BigDecimal.ZERO);
        BigDecimal energy = total.multiply(BigDecimal.valueOf(2)).add(above);
        var lines = List.of(line("energy", energy), line("standing", BigDecimal.valueOf(days)));
        BillState.Segment old = before.segments().get(0);
        var usage = new Accumulated(total, new TreeMap<>(), BigDecimal.ZERO, days, BigDecimal.ZERO);
        var segment = new BillState.Segment(1, "d1", old.from(), old.base(), usage, lines);
        var after =
                new BillState(
                        before.tariff(),
                        before.period(),
                        before.zone(),
                        before.from(),
                        List.of(segment),
                        to,
                        days);
        Money change = new Money("KES", after.total().subtract(before.total()));
        return new Priced(
                after,
                change,
                List.of(change("energy", before, after), change("standing", before, after)));
    }

    private static BillLine line(String key, BigDecimal amount) {
        return new BillLine(key, key, Optional.empty(), Optional.empty(), amount, key);
    }

    private static Priced.LineChange change(String key, BillState before, BillState after) {
        return new Priced.LineChange(key, key, of(key, before), of(key, after), key, 1, "d1");
    }

    private static BigDecimal of(String key, BillState state) {
        return state.lines().stream()
                .filter(line -> line.key().equals(key))
                .map(BillLine::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
