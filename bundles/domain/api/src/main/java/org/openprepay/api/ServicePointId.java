package org.openprepay.api;

/** The place in the network where a commodity is delivered. */
public record ServicePointId(String value) implements Comparable<ServicePointId> {
    public ServicePointId {
        Ids.check("ServicePointId", value);
    }

    @Override
    public int compareTo(ServicePointId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
