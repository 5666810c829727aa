package org.openprepay.tariff;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One line of a running bill.
 *
 * @param key the charge's stable key within the pack; lines are differenced by key
 * @param title what the customer reads; comes from the pack's tables
 * @param quantity what was counted, when the line counts something
 * @param rate price of one unit, when there is one
 * @param amount at most six places
 * @param rule the rule that made it
 */
public record BillLine(
        String key,
        String title,
        Optional<BigDecimal> quantity,
        Optional<BigDecimal> rate,
        BigDecimal amount,
        String rule) {}
