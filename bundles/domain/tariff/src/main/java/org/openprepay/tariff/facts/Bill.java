package org.openprepay.tariff.facts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The one bill that tariff rules add charges to. Each charge names the rule that adds it, so that
 * each line says where it comes from; the order of adding is of no account, because percentages and
 * minimums are worked out at the end.
 */
public final class Bill {
    private final List<Charge> charges = new ArrayList<>();

    /** A quantity at a price. */
    public void charge(String rule, BigDecimal quantity, String price) {
        charge(rule, quantity, Numbers.of(price));
    }

    /** A quantity at a price. */
    public void charge(String rule, BigDecimal quantity, BigDecimal price) {
        charges.add(new Charge.Counted(rule, quantity, price));
    }

    /** A count, for example of days, at a price. */
    public void charge(String rule, int quantity, String price) {
        charge(rule, BigDecimal.valueOf(quantity), price);
    }

    /** A fixed amount. */
    public void amount(String rule, String amount) {
        amount(rule, Numbers.of(amount));
    }

    /** A fixed amount. */
    public void amount(String rule, BigDecimal amount) {
        charges.add(new Charge.Fixed(rule, amount));
    }

    /** A percentage of the named charges; of all that are counted or fixed when none is named. */
    public void percent(String rule, String percent, String... base) {
        charges.add(new Charge.Percent(rule, Numbers.of(percent), List.of(base)));
    }

    /** Tops the named charges up to an amount; all that are counted or fixed when none is named. */
    public void minimum(String rule, String amount, String... base) {
        charges.add(new Charge.Minimum(rule, Numbers.of(amount), List.of(base)));
    }

    /** What was added, in the order of adding. */
    public List<Charge> charges() {
        return List.copyOf(charges);
    }
}
