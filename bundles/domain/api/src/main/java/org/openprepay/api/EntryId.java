package org.openprepay.api;

/** A journal entry's id, made by the caller and unique for ever. */
public record EntryId(String value) implements Comparable<EntryId> {
    public EntryId {
        Ids.check("EntryId", value);
    }

    @Override
    public int compareTo(EntryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
