package org.openprepay.tariff.facts;

import java.math.BigDecimal;
import java.util.List;

/** One charge that a rule put on the bill. */
public sealed interface Charge {
    /** The name of the rule that added it. */
    String rule();

    /** A quantity at a price. */
    record Counted(String rule, BigDecimal quantity, BigDecimal price) implements Charge {}

    /** A fixed amount. */
    record Fixed(String rule, BigDecimal amount) implements Charge {}

    /**
     * A percentage of other charges' rounded lines.
     *
     * @param base keys of charges, or names of tables for all their rows
     */
    record Percent(String rule, BigDecimal percent, List<String> base) implements Charge {}

    /** What is missing from other charges' rounded lines to an amount. */
    record Minimum(String rule, BigDecimal amount, List<String> base) implements Charge {}
}
