package org.openprepay.tariff.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.openprepay.api.Money;
import org.openprepay.api.Outcome;
import org.openprepay.api.Quantity;
import org.openprepay.tariff.Accumulated;
import org.openprepay.tariff.BillLine;
import org.openprepay.tariff.BillState;
import org.openprepay.tariff.Priced;
import org.openprepay.tariff.Tariffs.Quote;

/** Solves units for money: the most units whose bill stays within the money, to three places. */
final class Purchasing {
    static final int PLACES = 3;
    static final BigDecimal MOST = new BigDecimal("1000000");
    private static final BigDecimal STEP = BigDecimal.ONE.movePointLeft(PLACES);

    private final RunningBill bills;
    private final BillState before;
    private final BigDecimal money;

    Purchasing(RunningBill bills, BillState before, BigDecimal money) {
        this.bills = bills;
        this.before = before;
        this.money = money;
    }

    Outcome<Quote> quote(TariffPack pack) {
        if (money.signum() <= 0) {
            return Outcome.refused("BAD_AMOUNT", "amount", "the amount must be above zero");
        }
        BigDecimal units = most(steps(pack));
        if (units.signum() == 0) {
            return Outcome.refused(
                    "TOO_LITTLE_MONEY",
                    "amount",
                    money
                            + " "
                            + pack.currency()
                            + " does not buy "
                            + STEP
                            + " "
                            + pack.commodity().unit().code());
        }
        Priced bought = bought(units);
        var given = new Money(pack.currency(), money);
        return Outcome.accepted(
                new Quote(
                        new Quantity(units, pack.commodity().unit()),
                        bought.change(),
                        given.minus(bought.change()),
                        lines(bought)));
    }

    /** The lines that the purchase adds, segment by segment. */
    private List<BillLine> lines(Priced bought) {
        var lines = new ArrayList<BillLine>();
        for (int i = 0; i < bought.after().segments().size(); i++) {
            List<BillLine> old =
                    i < before.segments().size() ? before.segments().get(i).lines() : List.of();
            lines.addAll(Rating.minus(bought.after().segments().get(i).lines(), old));
        }
        return lines;
    }

    /** Purchases at which a price may jump, ascending; between two of them the bill only grows. */
    private List<BigDecimal> steps(TariffPack pack) {
        BigDecimal reached = reached(pack);
        var steps = new ArrayList<BigDecimal>();
        steps.add(BigDecimal.ZERO);
        for (BigDecimal limit : pack.limits()) {
            BigDecimal step = limit.subtract(reached).setScale(PLACES, RoundingMode.DOWN);
            if (step.signum() > 0 && step.compareTo(MOST) < 0) {
                steps.add(step);
            }
        }
        steps.add(MOST);
        return steps;
    }

    private BigDecimal reached(TariffPack pack) {
        Accumulated usage = before.segments().get(before.segments().size() - 1).usage();
        return pack.carry() || before.segments().size() == 1 ? usage.total() : BigDecimal.ZERO;
    }

    private BigDecimal most(List<BigDecimal> steps) {
        List<BigDecimal> downwards = new ArrayList<>(steps.subList(0, steps.size() - 1));
        Collections.reverse(downwards);
        BigDecimal top = MOST;
        for (BigDecimal step : downwards) {
            BigDecimal first = step.add(STEP);
            if (first.compareTo(top) <= 0 && affordable(first)) {
                return bisected(first, top);
            }
            top = step;
            if (step.signum() > 0 && affordable(step)) {
                return step;
            }
        }
        return BigDecimal.ZERO;
    }

    private BigDecimal bisected(BigDecimal affordable, BigDecimal top) {
        long low = affordable.movePointRight(PLACES).longValueExact();
        long high = top.movePointRight(PLACES).longValueExact();
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            if (affordable(BigDecimal.valueOf(middle, PLACES))) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return BigDecimal.valueOf(low, PLACES);
    }

    private boolean affordable(BigDecimal units) {
        return bought(units).change().amount().compareTo(money) <= 0;
    }

    private Priced bought(BigDecimal units) {
        Instant last = before.period().end().minusNanos(1);
        Instant at = before.foldedTo().isBefore(last) ? before.foldedTo() : last;
        return bills.purchase(before, units, at);
    }
}
