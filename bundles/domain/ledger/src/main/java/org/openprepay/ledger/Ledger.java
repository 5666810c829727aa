package org.openprepay.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openprepay.api.Caller;
import org.openprepay.api.EntryId;
import org.openprepay.api.Money;
import org.openprepay.api.Outcome;
import org.openprepay.api.Slice;

/** Keeps the books. Every writing call joins or opens a transaction. */
public interface Ledger {
    /**
     * Writes entries in one batch, in order. An id that exists with the same content counts as
     * written; with another content it is refused with {@code IDEMPOTENCY_CONFLICT} and nothing is
     * written.
     */
    Outcome<List<Entry>> post(Caller caller, List<Entry> entries);

    /**
     * Undoes an entry once; a second reversal of the same entry is refused with {@code
     * ALREADY_REVERSED}.
     */
    Outcome<Entry> reverse(Caller caller, EntryId entry, EntryId newId, Instant at, String why);

    Optional<Entry> find(EntryId id);

    /** The sum of all postings to a customer's book in its currency; zero for an unknown book. */
    Money balance(Book book, String currency);

    /** All books of these accounts, by book. */
    Map<Book, Money> balances(Set<Book> books);

    /** Every book under this prefix with its balance. */
    Map<Book, Money> under(String prefix);

    /** Entries that touch books under this prefix in [from, to), newest first. */
    Slice<Entry> statement(
            String bookPrefix, Instant from, Instant to, int limit, Optional<String> after);

    /**
     * Sets money of a book aside under a caller-made id; the same id and amount again is accepted
     * again.
     */
    Outcome<Hold> hold(Caller caller, EntryId id, Book book, Money amount, Instant until);

    /** Ends a hold by an entry that spends it. */
    Outcome<Entry> settle(Caller caller, EntryId hold, Entry entry);

    /** Ends a hold without spending; again is accepted again. */
    Outcome<Hold> release(Caller caller, EntryId hold);

    /** What a book has beyond its open holds. */
    Money available(Book book, String currency);

    /** Every book and its balance; per currency they add up to zero. */
    List<TrialLine> trialBalance();

    /**
     * Moves what {@link Book#CHARGES} holds of charges before the end of that day to revenue, once
     * per day.
     */
    Outcome<List<Entry>> closeDay(Caller caller, LocalDate day, Instant end);

    /** A hold and what became of it. */
    record Hold(EntryId id, Book book, Money amount, Instant until, State state) {
        /** Open until settled or released. */
        public enum State {
            OPEN,
            SETTLED,
            RELEASED
        }
    }

    /** One line of the trial balance. */
    record TrialLine(Book book, Money balance) {}
}
