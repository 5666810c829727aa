package org.openprepay.tariff.facts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The one bill that tariff rules add charges to. A charge's key is the name of the rule that adds
 * it, so that each line says where it comes from; the order in which rules add them is of no
 * account, because percentages and minimums are worked out at the end.
 */
public final class Bill {
    private final List<Charge> charges = new ArrayList<>();

    /** A quantity at a price. */
    public void charge(String key, BigDecimal quantity, String price) {
        charge(key, quantity, Numbers.of(price));
    }

    /** A quantity at a price. */
    public void charge(String key, BigDecimal quantity, BigDecimal price) {
        charges.add(new Charge.Counted(key, quantity, price));
    }

    /** A count, for example of days, at a price. */
    public void charge(String key, int quantity, String price) {
        charge(key, BigDecimal.valueOf(quantity), price);
    }

    /** A fixed amount. */
    public void amount(String key, String amount) {
        amount(key, Numbers.of(amount));
    }

    /** A fixed amount. */
    public void amount(String key, BigDecimal amount) {
        charges.add(new Charge.Fixed(key, amount));
    }

    /** A percentage of the named charges; of all that are counted or fixed when none is named. */
    public void percent(String key, String percent, String... base) {
        charges.add(new Charge.Percent(key, Numbers.of(percent), List.of(base)));
    }

    /** Tops the named charges up to an amount; all that are counted or fixed when none is named. */
    public void minimum(String key, String amount, String... base) {
        charges.add(new Charge.Minimum(key, Numbers.of(amount), List.of(base)));
    }

    /** What was added, in the order of adding. */
    public List<Charge> charges() {
        return List.copyOf(charges);
    }
}
