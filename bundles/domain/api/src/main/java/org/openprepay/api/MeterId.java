package org.openprepay.api;

/** A meter's number, as printed on it. */
public record MeterId(String value) implements Comparable<MeterId> {
    public MeterId {
        Ids.check("MeterId", value);
    }

    @Override
    public int compareTo(MeterId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
