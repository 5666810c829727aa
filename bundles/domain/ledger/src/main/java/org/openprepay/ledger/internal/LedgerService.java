package org.openprepay.ledger.internal;

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
import org.openprepay.api.Transactions;
import org.openprepay.ledger.Book;
import org.openprepay.ledger.Entry;
import org.openprepay.ledger.Ledger;
import org.openprepay.ledger.LedgerStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps the books over a journal that is only ever added to. When another transaction writes an id
 * between our look and our insert, {@link Transactions} runs the outermost body again.
 */
@Component
public final class LedgerService implements Ledger {
    private final LedgerStore store;
    private final Transactions transactions;
    private final Journal journal;
    private final Holds holds;
    private final DayClose dayClose;

    @Activate
    public LedgerService(@Reference LedgerStore store, @Reference Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
        this.journal = new Journal(store);
        this.holds = new Holds(store, journal);
        this.dayClose = new DayClose(store, journal);
    }

    @Override
    public Outcome<List<Entry>> post(Caller caller, List<Entry> entries) {
        Posters.check(caller);
        return transactions.run(() -> journal.write(entries));
    }

    @Override
    public Outcome<Entry> reverse(
            Caller caller, EntryId entry, EntryId newId, Instant at, String why) {
        Posters.check(caller);
        return transactions.run(() -> journal.reverse(entry, newId, at, why, caller.name()));
    }

    @Override
    public Optional<Entry> find(EntryId id) {
        return transactions.read(() -> Optional.ofNullable(store.find(Set.of(id)).get(id)));
    }

    @Override
    public Money balance(Book book, String currency) {
        return balances(Set.of(book)).getOrDefault(book, Money.zero(currency));
    }

    @Override
    public Map<Book, Money> balances(Set<Book> books) {
        return transactions.read(() -> store.balances(books));
    }

    @Override
    public Map<Book, Money> under(String prefix) {
        return transactions.read(() -> store.under(prefix));
    }

    @Override
    public Slice<Entry> statement(
            String bookPrefix, Instant from, Instant to, int limit, Optional<String> after) {
        int most = Math.max(1, Math.min(limit, Slice.MAX));
        var rows = transactions.read(() -> store.entries(bookPrefix, from, to, most + 1, after));
        var shown = rows.subList(0, Math.min(most, rows.size()));
        Optional<String> next =
                rows.size() > most ? Optional.of(shown.get(most - 1).cursor()) : Optional.empty();
        return new Slice<>(shown.stream().map(LedgerStore.Stored::entry).toList(), next);
    }

    @Override
    public Outcome<Hold> hold(Caller caller, EntryId id, Book book, Money amount, Instant until) {
        Posters.check(caller);
        return transactions.run(() -> holds.hold(id, book, amount, until));
    }

    @Override
    public Outcome<Entry> settle(Caller caller, EntryId hold, Entry entry) {
        Posters.check(caller);
        return transactions.run(() -> holds.settle(hold, entry));
    }

    @Override
    public Outcome<Hold> release(Caller caller, EntryId hold) {
        Posters.check(caller);
        return transactions.run(() -> holds.release(hold));
    }

    @Override
    public Money available(Book book, String currency) {
        return transactions.read(() -> holds.available(book, currency));
    }

    @Override
    public List<TrialLine> trialBalance() {
        return transactions.read(store::sums);
    }

    @Override
    public Outcome<List<Entry>> closeDay(Caller caller, LocalDate day, Instant end) {
        Posters.check(caller);
        return transactions.run(() -> dayClose.close(day, end, caller.name()));
    }
}
