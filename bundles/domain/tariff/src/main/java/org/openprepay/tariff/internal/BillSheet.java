package org.openprepay.tariff.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openprepay.api.Decimals;
import org.openprepay.rulebook.CompiledRules.RuleFailure;
import org.openprepay.tariff.BillLine;
import org.openprepay.tariff.facts.Charge;
import org.openprepay.tariff.internal.TariffPack.PriceRow;

/** Works the charges of one firing out to rounded lines, whatever order they were added in. */
final class BillSheet {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MAX_DEPTH = 16;
    private static final Comparator<Entry> ORDER =
            Comparator.comparingInt((Entry entry) -> entry.row.position())
                    .thenComparing(entry -> entry.row.key());

    private final TariffPack pack;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** A charge with its place on the bill, and its amount once it is worked out. */
    private static final class Entry {
        private final Charge charge;
        private final PriceRow row;
        private @Nullable BigDecimal amount;

        Entry(Charge charge, PriceRow row) {
            this.charge = charge;
            this.row = row;
        }
    }

    BillSheet(TariffPack pack, List<Charge> added, List<String> fired) {
        this.pack = pack;
        for (Charge charge : added) {
            if (!fired.contains(charge.rule())) {
                throw refused(charge, "a charge must name the rule that adds it");
            }
            var entry = new Entry(charge, pack.charge(charge.rule()));
            if (entries.put(charge.rule(), entry) != null) {
                throw refused(charge, "it is added twice");
            }
        }
    }

    List<BillLine> lines() {
        List<Entry> sorted = new ArrayList<>(entries.values());
        sorted.sort(ORDER);
        List<BillLine> lines = new ArrayList<>(sorted.size());
        sorted.forEach(entry -> lines.add(line(entry)));
        return lines;
    }

    private BillLine line(Entry entry) {
        Optional<BigDecimal> quantity = Optional.empty();
        Optional<BigDecimal> rate = Optional.empty();
        if (entry.charge instanceof Charge.Counted counted) {
            quantity = Optional.of(Decimals.plain(counted.quantity()));
            rate = Optional.of(Decimals.plain(counted.price()));
        }
        String rule = entry.charge.rule();
        return new BillLine(
                entry.row.key(), entry.row.title(), quantity, rate, amount(entry, 0), rule);
    }

    private BigDecimal amount(Entry entry, int depth) {
        BigDecimal amount = entry.amount;
        if (amount == null) {
            amount = worked(entry.charge, depth);
            entry.amount = amount;
        }
        return amount;
    }

    private BigDecimal worked(Charge charge, int depth) {
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
        for (Entry entry : entries.values()) {
            if (belongs(entry, base)) {
                sum = sum.add(amount(entry, depth + 1));
            }
        }
        return sum;
    }

    /** A base names a charge, or a table and so all its rows. */
    private static boolean belongs(Entry entry, List<String> base) {
        if (base.isEmpty()) {
            return entry.charge instanceof Charge.Counted || entry.charge instanceof Charge.Fixed;
        }
        String key = entry.row.key();
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
