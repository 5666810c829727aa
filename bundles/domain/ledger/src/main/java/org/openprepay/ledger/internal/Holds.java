package org.openprepay.ledger.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openprepay.api.EntryId;
import org.openprepay.api.Money;
import org.openprepay.api.Outcome;
import org.openprepay.ledger.Book;
import org.openprepay.ledger.Entry;
import org.openprepay.ledger.Ledger.Hold;
import org.openprepay.ledger.LedgerStore;

/** Money set aside until it is spent or freed. */
final class Holds {
    private final LedgerStore store;
    private final Journal journal;

    Holds(LedgerStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    Outcome<Hold> hold(EntryId id, Book book, Money amount, Instant until) {
        if (amount.signum() <= 0) {
            return Outcome.refused("INVALID_AMOUNT", "amount", "A hold is above zero.");
        }
        Optional<Hold> known = store.hold(id);
        if (known.isPresent()) {
            boolean same = known.get().book().equals(book) && known.get().amount().equals(amount);
            return same
                    ? Outcome.accepted(known.get())
                    : Outcome.refused(
                            "IDEMPOTENCY_CONFLICT", "id", "The hold " + id + " exists otherwise.");
        }
        Money available = available(book, amount.currency());
        if (available.compareTo(amount) < 0) {
            return Outcome.refused(
                    "NOT_ENOUGH",
                    "amount",
                    book.path() + " has " + available + " available, not " + amount + ".");
        }
        return put(new Hold(id, book, amount, until, Hold.State.OPEN));
    }

    Outcome<Entry> settle(EntryId id, Entry entry) {
        Optional<Hold> known = store.hold(id);
        if (known.isEmpty()) {
            return unknown(id);
        }
        Hold hold = known.get();
        if (hold.state() == Hold.State.RELEASED
                || hold.state() == Hold.State.SETTLED
                        && !store.find(Set.of(entry.id())).containsKey(entry.id())) {
            return Outcome.refused("NOT_OPEN", "The hold " + id + " is " + hold.state() + ".");
        }
        return put(with(hold, Hold.State.SETTLED))
                .then(settled -> journal.write(List.of(entry)))
                .map(written -> written.get(0));
    }

    Outcome<Hold> release(EntryId id) {
        Optional<Hold> known = store.hold(id);
        if (known.isEmpty()) {
            return unknown(id);
        }
        if (known.get().state() == Hold.State.SETTLED) {
            return Outcome.refused("NOT_OPEN", "The hold " + id + " is settled already.");
        }
        return put(with(known.get(), Hold.State.RELEASED));
    }

    Money available(Book book, String currency) {
        Money balance = store.balances(Set.of(book)).getOrDefault(book, Money.zero(currency));
        return store.openHolds(book).stream().map(Hold::amount).reduce(balance, Money::minus);
    }

    private Outcome<Hold> put(Hold hold) {
        store.put(hold);
        return Outcome.accepted(hold);
    }

    private static Hold with(Hold hold, Hold.State state) {
        return new Hold(hold.id(), hold.book(), hold.amount(), hold.until(), state);
    }

    private static <T> Outcome<T> unknown(EntryId id) {
        return Outcome.refused("UNKNOWN_HOLD", "There is no hold " + id + ".");
    }
}
