package org.openprepay.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openprepay.api.EntryId;
import org.openprepay.api.Money;

/** Where the journal is kept; called inside a transaction. */
public interface LedgerStore {
    /**
     * Inserts entries and postings in batches and moves the balance rows of customers' books.
     *
     * @throws DuplicateEntry when another transaction wrote one of the ids first
     */
    void append(List<Entry> entries);

    Map<EntryId, Entry> find(Collection<EntryId> ids);

    /** The entry that reverses this one. */
    Optional<EntryId> reversalOf(EntryId id);

    /** Balance rows of customers' books. */
    Map<Book, Money> balances(Set<Book> books);

    /** Balance rows of customers' books under a prefix. */
    Map<Book, Money> under(String prefix);

    /** Newest first; the cursor is opaque. */
    List<Stored> entries(
            String bookPrefix, Instant from, Instant to, int limit, Optional<String> after);

    /** Sums over all postings, customers' and system books. */
    List<Ledger.TrialLine> sums();

    /** Sum of postings to a book that count before an instant. */
    List<Money> sumBefore(Book book, Instant end);

    /** Proofs of the charges of [from, to), for allocation to revenue. */
    List<Entry> charges(Instant from, Instant to);

    void put(Ledger.Hold hold);

    /** Locks the hold's row. */
    Optional<Ledger.Hold> hold(EntryId id);

    List<Ledger.Hold> openHolds(Book book);

    /** An entry and the cursor that leads past it. */
    record Stored(Entry entry, String cursor) {}

    /** Two transactions wrote the same id; the body runs again and finds it. */
    final class DuplicateEntry extends RuntimeException {
        private static final long serialVersionUID = 1;

        public DuplicateEntry(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
