package org.openprepay.tariff.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.openprepay.api.Money;
import org.openprepay.tariff.BillLine;
import org.openprepay.tariff.BillState;
import org.openprepay.tariff.BillState.Segment;
import org.openprepay.tariff.Priced;
import org.openprepay.tariff.Priced.LineChange;

/** What differs between two states of one running bill. */
final class Changes {
    private Changes() {}

    static Priced between(BillState before, BillState after, Versions versions) {
        int last = after.segments().size() - 1;
        String currency = versions.rates(after.segments().get(last).digest()).pack().currency();
        List<LineChange> lines = lines(before, after);
        BigDecimal change = BigDecimal.ZERO;
        for (LineChange line : lines) {
            change = change.add(line.after()).subtract(line.before());
        }
        return new Priced(after, new Money(currency, change), lines);
    }

    private static List<LineChange> lines(BillState before, BillState after) {
        var changes = new ArrayList<LineChange>();
        for (int i = 0; i < after.segments().size(); i++) {
            List<BillLine> old =
                    i < before.segments().size() ? before.segments().get(i).lines() : List.of();
            Segment segment = after.segments().get(i);
            if (!old.equals(segment.lines())) {
                add(changes, old, segment);
            }
        }
        return changes;
    }

    private static void add(List<LineChange> changes, List<BillLine> old, Segment segment) {
        List<BillLine> all = new ArrayList<>(segment.lines());
        for (BillLine line : old) {
            if (all.stream().noneMatch(each -> each.key().equals(line.key()))) {
                all.add(line);
            }
        }
        for (BillLine line : all) {
            BigDecimal was = amount(old, line.key());
            BigDecimal is = amount(segment.lines(), line.key());
            if (was.compareTo(is) != 0) {
                changes.add(
                        new LineChange(
                                line.key(),
                                line.title(),
                                was,
                                is,
                                line.rule(),
                                segment.version(),
                                segment.digest()));
            }
        }
    }

    private static BigDecimal amount(List<BillLine> lines, String key) {
        for (BillLine line : lines) {
            if (line.key().equals(key)) {
                return line.amount();
            }
        }
        return BigDecimal.ZERO;
    }
}
