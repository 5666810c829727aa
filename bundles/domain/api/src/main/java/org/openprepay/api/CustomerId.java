package org.openprepay.api;

/** A customer's number. */
public record CustomerId(String value) implements Comparable<CustomerId> {
    public CustomerId {
        Ids.check("CustomerId", value);
    }

    @Override
    public int compareTo(CustomerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
