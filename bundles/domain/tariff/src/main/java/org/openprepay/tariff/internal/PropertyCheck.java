package org.openprepay.tariff.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.openprepay.api.UsageInterval;
import org.openprepay.rulebook.CompiledRules.RuleFailure;
import org.openprepay.tariff.Accumulated;
import org.openprepay.tariff.BillState;

/** Tries what must hold for every tariff: grouping, nothing used, both clock changes, growth. */
final class PropertyCheck {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final List<LocalDate> CLOCK_CHANGES =
            List.of(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 10, 25));
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    private final Rates rates;
    private final SingleVersion version;
    private final RunningBill bills;
    private final Problems problems;

    PropertyCheck(Rates rates, Problems problems) {
        this.rates = rates;
        version = new SingleVersion(rates);
        bills = new RunningBill(version);
        this.problems = problems;
    }

    void check() {
        try {
            nothingUsed();
            CLOCK_CHANGES.forEach(this::clockChange);
            growth();
        } catch (RuleFailure | IllegalArgumentException | IllegalStateException e) {
            problem(String.valueOf(e.getMessage()));
        }
    }

    private void nothingUsed() {
        BillState open = version.open(ZONE, CLOCK_CHANGES.get(0).atStartOfDay(ZONE).toInstant());
        bills.accrue(open, open.from());
    }

    /** A month's usage on the day, half-hour by half-hour and all at once. */
    private void clockChange(LocalDate day) {
        List<UsageInterval> all = halfHours(day);
        BillState open = version.open(ZONE, all.get(0).start());
        BillState single = open;
        for (UsageInterval each : all) {
            single = bills.fold(single, List.of(each)).after();
        }
        if (!single.equals(bills.fold(open, all).after())) {
            problem("usage of " + day + " costs something else when it is read in one piece");
        }
        BigDecimal used =
                all.stream().map(UsageInterval::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal banded =
                single.segments().get(0).usage().byBand().values().stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (used.compareTo(banded) != 0) {
            problem("on " + day + " " + used + " was used but " + banded + " priced");
        }
    }

    private List<UsageInterval> halfHours(LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(ZONE).toInstant();
        List<UsageInterval> all = new ArrayList<>();
        Instant at = day.atStartOfDay(ZONE).toInstant();
        while (at.isBefore(end)) {
            BigDecimal amount = BigDecimal.valueOf(1 + all.size() * 37L % 100, 1);
            all.add(new UsageInterval(at, at.plus(HALF_HOUR), amount, false));
            at = at.plus(HALF_HOUR);
        }
        return all;
    }

    /** More usage never costs less, around each limit and in each period. */
    private void growth() {
        Instant midnight = CLOCK_CHANGES.get(0).plusDays(1).atStartOfDay(ZONE).toInstant();
        for (int halfHour = 0; halfHour < 48; halfHour++) {
            Instant at = midnight.plus(HALF_HOUR.multipliedBy(halfHour));
            if (halfHour == 0 || !period(at).equals(period(at.minus(HALF_HOUR)))) {
                growth(at);
            }
        }
    }

    private String period(Instant at) {
        return rates.pack().calendar().period(at, ZONE);
    }

    private void growth(Instant at) {
        BigDecimal last = BigDecimal.ZERO;
        for (BigDecimal usage : ladder()) {
            var tally = new Tally(Accumulated.NOTHING, rates.pack(), ZONE);
            tally.add(at, usage);
            BigDecimal total =
                    Rating.bill(rates, tally.with(1)).stream()
                            .map(line -> line.amount())
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (total.compareTo(last) < 0) {
                problem(usage + " costs " + total + ", less than a smaller usage does");
            }
            last = total;
        }
    }

    private List<BigDecimal> ladder() {
        BigDecimal little = new BigDecimal("0.001");
        List<BigDecimal> ladder = new ArrayList<>(List.of(little));
        for (BigDecimal limit : rates.pack().limits()) {
            ladder.addAll(List.of(limit.subtract(little), limit, limit.add(little)));
        }
        ladder.add(ladder.get(ladder.size() - 1).multiply(BigDecimal.TEN));
        return ladder.stream().sorted().toList();
    }

    private void problem(String message) {
        problems.add(rates.pack().name(), 0, message);
    }
}
