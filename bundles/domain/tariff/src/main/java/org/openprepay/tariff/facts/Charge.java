package org.openprepay.tariff.facts;

import java.math.BigDecimal;
import java.util.List;

/** One charge that a rule put on the bill. */
public sealed interface Charge {
    /** The name of the rule. */
    String key();

    /** A quantity at a price. */
    record Counted(String key, BigDecimal quantity, BigDecimal price) implements Charge {}

    /** A fixed amount. */
    record Fixed(String key, BigDecimal amount) implements Charge {}

    /** A percentage of other charges' rounded lines. */
    record Percent(String key, BigDecimal percent, List<String> base) implements Charge {}

    /** What is missing from other charges' rounded lines to an amount. */
    record Minimum(String key, BigDecimal amount, List<String> base) implements Charge {}
}
