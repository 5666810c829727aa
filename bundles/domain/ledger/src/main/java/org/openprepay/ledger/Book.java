package org.openprepay.ledger;

import org.openprepay.api.AccountId;

/**
 * One account of the ledger, by its path. A customer's books begin with {@code account/}; each
 * credit and each debt is a book of its own. All others are system books, which have no balance
 * row.
 */
public record Book(String path) implements Comparable<Book> {
    public static final int MAX_LENGTH = 160;

    /** Charges taken from customers that the day close has not yet allocated. */
    public static final Book CHARGES = new Book("charges/to-allocate");

    public Book {
        if (path.length() > MAX_LENGTH || !path.matches("[a-zA-Z0-9._:~-]+(/[a-zA-Z0-9._:~-]+)*")) {
            throw new IllegalArgumentException("not a book: " + path);
        }
    }

    /** The customer's own money: what was paid and not yet used. */
    public static Book wallet(AccountId account) {
        return customer(account, "wallet");
    }

    /** Emergency credit that was lent and not yet repaid, as a negative balance. */
    public static Book emergency(AccountId account) {
        return customer(account, "emergency");
    }

    /** A debt by name; what is owed is a negative balance. */
    public static Book debt(AccountId account, String name) {
        return customer(account, "debt." + name);
    }

    public static Book customer(AccountId account, String kind) {
        return new Book("account/" + account.value() + "/" + kind);
    }

    /** Money received, by tender: {@code cash}, {@code card} … */
    public static Book tender(String tender) {
        return new Book("tender/" + tender);
    }

    /** Corrections that no tender explains. */
    public static Book adjustment(String reason) {
        return new Book("adjustment/" + reason);
    }

    /** Income by bill line of a tariff; whatever a path cannot hold becomes a hyphen. */
    public static Book revenue(String pack, String line) {
        return new Book(
                "revenue/" + pack + "/" + line.strip().replaceAll("[^a-zA-Z0-9._:~-]+", "-"));
    }

    public boolean isCustomer() {
        return path.startsWith("account/");
    }

    @Override
    public int compareTo(Book other) {
        return path.compareTo(other.path);
    }
}
