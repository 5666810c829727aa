package org.openprepay.tariff.internal;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openprepay.api.Decimals;
import org.openprepay.rulebook.CompiledRules.RuleFailure;
import org.openprepay.tariff.BillLine;
import org.openprepay.tariff.facts.Charge;
import org.openprepay.tariff.internal.TariffPack.PriceRow;

/** Works the charges of one firing out to rounded lines, whatever order they were added in. */
final class BillSheet {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MAX_DEPTH = 16;

    private final TariffPack pack;
    private final Map<String, Charge> charges = new LinkedHashMap<>();

    BillSheet(TariffPack pack, List<Charge> added, List<String> fired) {
        this.pack = pack;
        for (Charge charge : added) {
            if (!fired.contains(charge.rule())) {
                throw refused(charge, "a charge must name the rule that adds it");
            }
            if (charges.put(charge.rule(), charge) != null) {
                throw refused(charge, "it is added twice");
            }
        }
    }

    List<BillLine> lines() {
        return charges.values().stream()
                .map(this::line)
                .sorted(
                        Comparator.comparingInt(
                                        (BillLine line) -> pack.charge(line.rule()).position())
                                .thenComparing(BillLine::key))
                .toList();
    }

    private BillLine line(Charge charge) {
        boolean counted = charge instanceof Charge.Counted;
        PriceRow row = pack.charge(charge.rule());
        return new BillLine(
                row.key(),
                row.title(),
                counted
                        ? Optional.of(Decimals.plain(((Charge.Counted) charge).quantity()))
                        : Optional.empty(),
                counted
                        ? Optional.of(Decimals.plain(((Charge.Counted) charge).price()))
                        : Optional.empty(),
                amount(charge, 0),
                charge.rule());
    }

    private BigDecimal amount(Charge charge, int depth) {
        if (depth > MAX_DEPTH) {
            throw refused(charge, "it is worked out from itself");
        }
        BigDecimal exact;
        if (charge instanceof Charge.Counted counted) {
            exact = counted.quantity().multiply(notNegative(charge, counted.price()));
        } else if (charge instanceof Charge.Fixed fixed) {
            exact = fixed.amount();
        } else if (charge instanceof Charge.Percent percent) {
            exact =
                    notNegative(charge, percent.percent())
                            .multiply(sum(percent.base(), depth))
                            .divide(HUNDRED, Decimals.EXACT);
        } else {
            Charge.Minimum minimum = (Charge.Minimum) charge;
            exact = minimum.amount().subtract(sum(minimum.base(), depth)).max(BigDecimal.ZERO);
        }
        return notNegative(charge, pack.rounding().of(exact));
    }

    private BigDecimal sum(List<String> base, int depth) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Charge charge : charges.values()) {
            if (belongs(charge, base)) {
                sum = sum.add(amount(charge, depth + 1));
            }
        }
        return sum;
    }

    /** A base names a charge, or a table and so all its rows. */
    private boolean belongs(Charge charge, List<String> base) {
        if (base.isEmpty()) {
            return charge instanceof Charge.Counted || charge instanceof Charge.Fixed;
        }
        String key = pack.charge(charge.rule()).key();
        return base.stream().anyMatch(name -> key.equals(name) || key.startsWith(name + ":"));
    }

    private BigDecimal notNegative(Charge charge, BigDecimal number) {
        if (number.signum() < 0) {
            throw refused(charge, "prices and charges are never negative: " + number);
        }
        return number;
    }

    private RuleFailure refused(Charge charge, String why) {
        String message = "tariff " + pack.name() + " rule \"" + charge.rule() + "\": " + why;
        return new RuleFailure(message, new IllegalArgumentException(why));
    }
}
