package org.openprepay.tariff.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openprepay.api.Decimals;
import org.openprepay.rulebook.CompiledRules.RuleFailure;
import org.openprepay.tariff.Accumulated;
import org.openprepay.tariff.BillLine;
import org.openprepay.tariff.facts.Bill;
import org.openprepay.tariff.facts.Usage;

/** Turns what has accumulated into bill lines, by one firing of the rules. */
final class Rating {
    private Rating() {}

    /** The lines of a segment: the bill of its usage minus the bill of what it began with. */
    static List<BillLine> lines(Rates rates, Accumulated base, Accumulated usage) {
        return minus(bill(rates, usage), bill(rates, base));
    }

    /**
     * The whole bill; nothing accumulated is no bill.
     *
     * @throws RuleFailure when usage is priced by no rule, or a rule misbehaves
     */
    static List<BillLine> bill(Rates rates, Accumulated accumulated) {
        if (accumulated.equals(Accumulated.NOTHING)) {
            return List.of();
        }
        TariffPack pack = rates.pack();
        var bill = new Bill();
        List<String> fired = rates.rules().fire(List.of(facts(pack, accumulated), bill));
        if (fired.isEmpty() && accumulated.total().signum() > 0) {
            String why = "no rule of tariff " + pack.name() + " priced " + accumulated.total();
            throw new RuleFailure(why, new IllegalStateException(why));
        }
        return new BillSheet(pack, bill.charges(), fired).lines();
    }

    private static Usage facts(TariffPack pack, Accumulated accumulated) {
        return new Usage(
                accumulated.total(),
                accumulated.byBand(),
                pack.tiers(),
                accumulated.days(),
                accumulated.peak());
    }

    /** Lines less other lines, by key; what is nil is left out. */
    static List<BillLine> minus(List<BillLine> lines, List<BillLine> less) {
        if (less.isEmpty()) {
            return lines;
        }
        Map<String, BillLine> rest = new LinkedHashMap<>();
        less.forEach(line -> rest.put(line.key(), line));
        var out = new ArrayList<BillLine>();
        for (BillLine line : lines) {
            Optional<BillLine> before = Optional.ofNullable(rest.remove(line.key()));
            out.add(before.map(base -> minus(line, base)).orElse(line));
        }
        rest.values().forEach(line -> out.add(minus(nil(line), line)));
        out.removeIf(Rating::isNil);
        return out;
    }

    private static BillLine minus(BillLine line, BillLine base) {
        Optional<BigDecimal> quantity =
                line.quantity()
                        .map(counted -> counted.subtract(base.quantity().orElse(BigDecimal.ZERO)))
                        .map(Decimals::plain);
        BigDecimal amount = Decimals.plain(line.amount().subtract(base.amount()));
        return new BillLine(line.key(), line.title(), quantity, line.rate(), amount, line.rule());
    }

    private static BillLine nil(BillLine line) {
        return new BillLine(
                line.key(),
                line.title(),
                line.quantity().map(counted -> BigDecimal.ZERO),
                line.rate(),
                BigDecimal.ZERO,
                line.rule());
    }

    private static boolean isNil(BillLine line) {
        return line.amount().signum() == 0 && line.quantity().orElse(BigDecimal.ZERO).signum() == 0;
    }
}
