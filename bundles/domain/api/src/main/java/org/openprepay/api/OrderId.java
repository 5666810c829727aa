package org.openprepay.api;

/** A command to a meter. */
public record OrderId(String value) implements Comparable<OrderId> {
    public OrderId {
        Ids.check("OrderId", value);
    }

    @Override
    public int compareTo(OrderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
