package org.openprepay.api;

/** A prepayment account's number. */
public record AccountId(String value) implements Comparable<AccountId> {
    public AccountId {
        Ids.check("AccountId", value);
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
