package org.openprepay.prepayment.facts;

import java.math.BigDecimal;

/** A balance at which the customer is warned; a fact for each one of the policy's data. */
public record WarningLevel(String name, BigDecimal at) {}
