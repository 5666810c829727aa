package org.openprepay.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * An exact amount of one currency, signed, with at most {@value #MAX_PLACES} decimal places.
 *
 * @param currency ISO 4217 code
 * @param amount the amount in the currency's main unit; trailing zeros carry no meaning
 */
public record Money(String currency, BigDecimal amount) implements Comparable<Money> {
    /** Bill lines are differenced at this precision, so postings telescope. */
    public static final int MAX_PLACES = 6;

    public Money {
        Currency.getInstance(currency);
        amount = Decimals.plain(amount);
        if (amount.scale() > MAX_PLACES) {
            throw new IllegalArgumentException(
                    "money has at most "
                            + MAX_PLACES
                            + " decimal places: "
                            + amount
                            + " "
                            + currency);
        }
    }

    /** The amount written as a plain decimal, for example {@code Money.of("KES", "12.34")}. */
    public static Money of(String currency, String amount) {
        return new Money(currency, new BigDecimal(amount));
    }

    public static Money zero(String currency) {
        return new Money(currency, BigDecimal.ZERO);
    }

    public Money plus(Money other) {
        return new Money(same(other), amount.add(other.amount));
    }

    public Money minus(Money other) {
        return new Money(same(other), amount.subtract(other.amount));
    }

    public Money negated() {
        return new Money(currency, amount.negate());
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** -1, 0 or 1. */
    public int signum() {
        return amount.signum();
    }

    /**
     * Splits without losing anything: the parts, in the order of the weights, add up to the whole.
     */
    public List<Money> split(int... weights) {
        long total = 0;
        for (int weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("a weight is never negative: " + weight);
            }
            total += weight;
        }
        if (total == 0) {
            throw new IllegalArgumentException("at least one weight must be above zero");
        }
        var parts = new ArrayList<Money>(weights.length);
        long seen = 0;
        BigDecimal given = BigDecimal.ZERO;
        for (int weight : weights) {
            seen += weight;
            BigDecimal upTo =
                    amount.multiply(BigDecimal.valueOf(seen))
                            .divide(BigDecimal.valueOf(total), MAX_PLACES, RoundingMode.DOWN);
            parts.add(new Money(currency, upTo.subtract(given)));
            given = upTo;
        }
        return List.copyOf(parts);
    }

    @Override
    public int compareTo(Money other) {
        same(other);
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }

    private String same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("two currencies: " + this + " and " + other);
        }
        return currency;
    }
}
