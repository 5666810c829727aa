package org.openprepay.tariff.internal;

import java.math.BigDecimal;
import org.openprepay.rulebook.CompiledRules.RuleFailure;
import org.openprepay.tariff.BillLine;
import org.openprepay.tariff.BillState;

/** Prices an example and compares its lines. */
final class ExampleCheck {
    private final SingleVersion version;
    private final RunningBill bills;
    private final Problems problems;

    ExampleCheck(Rates rates, Problems problems) {
        version = new SingleVersion(rates);
        bills = new RunningBill(version);
        this.problems = problems;
    }

    void check(Example example) {
        try {
            compare(example, priced(example));
        } catch (RuleFailure | IllegalArgumentException | IllegalStateException e) {
            problems.add(example.file(), 0, String.valueOf(e.getMessage()));
        }
    }

    private BillState priced(Example example) {
        BillState open = version.open(example.zone(), example.start());
        BillState used = bills.fold(open, example.use()).after();
        return example.days() == 0
                ? used
                : bills.accrue(used, days(example).start(example.days())).after();
    }

    private static CivilDays days(Example example) {
        return new CivilDays(example.start(), example.zone());
    }

    private void compare(Example example, BillState bill) {
        example.lines()
                .forEach(
                        (key, expected) -> {
                            BigDecimal found =
                                    bill.lines().stream()
                                            .filter(line -> line.key().equals(key))
                                            .map(BillLine::amount)
                                            .reduce(BigDecimal.ZERO, BigDecimal::add);
                            compare(example, "the line " + key, expected, found);
                        });
        example.total()
                .ifPresent(expected -> compare(example, "the total", expected, bill.total()));
    }

    private void compare(
            Example example, String what, Example.Expected expected, BigDecimal found) {
        if (expected.amount().compareTo(found) != 0) {
            problems.add(
                    example.file(),
                    expected.line(),
                    what
                            + " is "
                            + found.toPlainString()
                            + ", the example expects "
                            + expected.amount().toPlainString());
        }
    }
}
