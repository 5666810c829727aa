package org.openprepay.prepayment.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openprepay.api.AccountId;
import org.openprepay.api.Money;
import org.openprepay.ledger.Book;
import org.openprepay.ledger.Posting;

/** Where a top-up goes: a share to debts, then emergency credit is repaid, the rest is usable. */
final class Filling {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final AccountId account;
    private final Map<String, Money> filled = new LinkedHashMap<>();
    private Money rest;

    private Filling(AccountId account, Money amount) {
        this.account = account;
        this.rest = amount;
    }

    /**
     * Fills in order.
     *
     * @param books the account's books as they are
     * @param debtPercent the most that goes to debts
     */
    static Filling of(AccountId account, Map<Book, Money> books, Money amount, int debtPercent) {
        var filling = new Filling(account, amount);
        filling.debts(books, share(amount, debtPercent));
        Money lent = books.getOrDefault(Book.emergency(account), Money.zero(amount.currency()));
        filling.fill("emergency", lent, filling.rest);
        filling.filled.put("wallet", filling.rest);
        return filling;
    }

    /** All of it to the wallet, below zero too. */
    static Filling wallet(AccountId account, Money amount) {
        var filling = new Filling(account, amount);
        filling.filled.put("wallet", amount);
        return filling;
    }

    /** Parts by {@code debt.x}, {@code emergency}, {@code wallet}. */
    Map<String, Money> parts() {
        return filled;
    }

    /** The customer's side of the entry. */
    List<Posting> postings() {
        var postings = new ArrayList<Posting>();
        filled.forEach(
                (kind, part) -> {
                    if (part.signum() != 0) {
                        postings.add(new Posting(Book.customer(account, kind), part));
                    }
                });
        return postings;
    }

    private void debts(Map<Book, Money> books, Money most) {
        String prefix = "account/" + account.value() + "/debt.";
        Money left = most;
        for (var book : new TreeMap<>(books).entrySet()) {
            if (book.getKey().path().startsWith(prefix)) {
                left = left.minus(fill(kind(book.getKey()), book.getValue(), left));
            }
        }
    }

    /** Fills what is below zero from the rest, at most so much. */
    private Money fill(String kind, Money below, Money most) {
        Money zero = Money.zero(most.currency());
        Money part = below.negated().max(zero).min(most);
        if (part.signum() > 0) {
            filled.put(kind, part);
            rest = rest.minus(part);
        }
        return part;
    }

    private String kind(Book book) {
        return book.path().substring(("account/" + account.value() + "/").length());
    }

    private static Money share(Money amount, int percent) {
        BigDecimal part =
                amount.amount()
                        .multiply(BigDecimal.valueOf(percent))
                        .divide(HUNDRED, Money.MAX_PLACES, RoundingMode.DOWN);
        return new Money(amount.currency(), part);
    }
}
