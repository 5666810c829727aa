package org.openprepay.prepayment.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.openprepay.api.AccountId;
import org.openprepay.api.Money;
import org.openprepay.ledger.Book;
import org.openprepay.ledger.Ledger;
import org.openprepay.prepayment.Account;
import org.openprepay.prepayment.PrepaymentStore;
import org.openprepay.prepayment.PrepaymentStore.Desk;

/** Locks accounts, in id order, and sees how they stand; few port calls for many accounts. */
final class Situations {
    private final PrepaymentStore store;
    private final Ledger ledger;

    Situations(PrepaymentStore store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    /** Unknown accounts are missing in the answer. */
    Map<AccountId, Situation> lock(Collection<AccountId> ids) {
        Map<AccountId, Desk> desks = store.lock(ids);
        Map<AccountId, Account> accounts = store.accounts(desks.keySet());
        Map<Book, Money> books = ledger.balances(books(accounts.keySet()));
        var protections = store.protections(accounts.keySet());
        Map<AccountId, Situation> found = new TreeMap<>();
        accounts.forEach(
                (id, account) -> {
                    Money zero = Money.zero(account.currency());
                    found.put(
                            id,
                            new Situation(
                                    account,
                                    Objects.requireNonNull(desks.get(id)),
                                    books.getOrDefault(Book.wallet(id), zero),
                                    books.getOrDefault(Book.emergency(id), zero),
                                    zero,
                                    protections.getOrDefault(id, List.of())));
                });
        return found;
    }

    private static Set<Book> books(Set<AccountId> accounts) {
        Set<Book> books = new HashSet<>();
        for (AccountId id : accounts) {
            books.add(Book.wallet(id));
            books.add(Book.emergency(id));
        }
        return books;
    }
}
