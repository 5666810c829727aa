package org.openprepay.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openprepay.api.EntryId;
import org.openprepay.api.Money;

/** A journal in memory. */
public final class FakeLedgerStore implements LedgerStore, FakeTransactions.Undoable {
    private final List<Entry> journal = new ArrayList<>();
    private final Map<EntryId, Ledger.Hold> holds = new LinkedHashMap<>();

    @Override
    public Runnable snapshot() {
        int size = journal.size();
        var before = Map.copyOf(holds);
        return () -> {
            journal.subList(size, journal.size()).clear();
            holds.clear();
            holds.putAll(before);
        };
    }

    public List<Entry> journal() {
        return List.copyOf(journal);
    }

    @Override
    public void append(List<Entry> entries) {
        if (!find(entries.stream().map(Entry::id).toList()).isEmpty()) {
            throw new DuplicateEntry("an id exists", new IllegalStateException());
        }
        journal.addAll(entries);
    }

    @Override
    public Map<EntryId, Entry> find(Collection<EntryId> ids) {
        Map<EntryId, Entry> found = new LinkedHashMap<>();
        journal.stream().filter(e -> ids.contains(e.id())).forEach(e -> found.put(e.id(), e));
        return found;
    }

    @Override
    public Optional<EntryId> reversalOf(EntryId id) {
        return journal.stream()
                .filter(e -> e.kind().equals("reversal") && e.corrects().equals(Optional.of(id)))
                .map(Entry::id)
                .findFirst();
    }

    @Override
    public Map<Book, Money> balances(Set<Book> books) {
        return sums(books::contains, Instant.MAX);
    }

    @Override
    public Map<Book, Money> under(String prefix) {
        return sums(book -> book.path().startsWith(prefix) && book.isCustomer(), Instant.MAX);
    }

    @Override
    public List<Stored> entries(
            String prefix, Instant from, Instant to, int limit, Optional<String> after) {
        int end = after.map(Integer::parseInt).orElse(journal.size());
        var rows = new ArrayList<Stored>();
        for (int i = end - 1; i >= 0 && rows.size() < limit; i--) {
            Entry entry = journal.get(i);
            boolean touched =
                    entry.postings().stream().anyMatch(p -> p.book().path().startsWith(prefix));
            if (touched && !entry.at().isBefore(from) && entry.at().isBefore(to)) {
                rows.add(new Stored(entry, String.valueOf(i)));
            }
        }
        return rows;
    }

    @Override
    public List<Ledger.TrialLine> sums() {
        return sums(book -> true, Instant.MAX).entrySet().stream()
                .map(line -> new Ledger.TrialLine(line.getKey(), line.getValue()))
                .toList();
    }

    @Override
    public List<Money> sumBefore(Book book, Instant end) {
        return List.copyOf(sums(book::equals, end).values());
    }

    @Override
    public List<Entry> charges(Instant from, Instant to) {
        return journal.stream()
                .filter(e -> !e.kind().equals("day-close") && touches(e, Book.CHARGES))
                .filter(e -> !e.at().isBefore(from) && e.at().isBefore(to))
                .toList();
    }

    @Override
    public void put(Ledger.Hold hold) {
        holds.put(hold.id(), hold);
    }

    @Override
    public Optional<Ledger.Hold> hold(EntryId id) {
        return Optional.ofNullable(holds.get(id));
    }

    @Override
    public List<Ledger.Hold> openHolds(Book book) {
        return holds.values().stream()
                .filter(hold -> hold.book().equals(book))
                .filter(hold -> hold.state() == Ledger.Hold.State.OPEN)
                .toList();
    }

    /** What all postings of all books add up to: zero, always. */
    public BigDecimal total() {
        return postings(Instant.MAX)
                .map(posting -> posting.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean touches(Entry entry, Book book) {
        return entry.postings().stream().anyMatch(posting -> posting.book().equals(book));
    }

    private Map<Book, Money> sums(Predicate<Book> wanted, Instant end) {
        Map<Book, Money> sums = new TreeMap<>();
        postings(end)
                .filter(posting -> wanted.test(posting.book()))
                .forEach(posting -> sums.merge(posting.book(), posting.amount(), Money::plus));
        return sums;
    }

    private Stream<Posting> postings(Instant end) {
        return journal.stream()
                .filter(entry -> entry.at().isBefore(end))
                .flatMap(entry -> entry.postings().stream());
    }
}
