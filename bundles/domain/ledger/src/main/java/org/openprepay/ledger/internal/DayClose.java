package org.openprepay.ledger.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.openprepay.api.EntryId;
import org.openprepay.api.Money;
import org.openprepay.api.Outcome;
import org.openprepay.ledger.Book;
import org.openprepay.ledger.Entry;
import org.openprepay.ledger.LedgerStore;
import org.openprepay.ledger.Posting;

/**
 * Moves charges to revenue by bill line, one entry a day and currency. It starts where the last
 * close ended; whatever was posted into a closed day afterwards goes to {@link #LATE} at the next
 * close, so that nothing stays behind.
 */
final class DayClose {
    static final Book LATE = Book.revenue("late", "unallocated");
    static final String KIND = "day-close";

    /** How far back the last close is looked for. */
    private static final int MAX_DAYS = 400;

    /** Charges are read in windows so long, to keep a big day out of memory. */
    private static final Duration WINDOW = Duration.ofHours(1);

    /** Older charges, after a long pause of the close, come in one piece. */
    private static final Duration RECENT = Duration.ofDays(2);

    private final LedgerStore store;
    private final Journal journal;

    DayClose(LedgerStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    Outcome<List<Entry>> close(LocalDate day, Instant end, String by) {
        var written = new ArrayList<Entry>();
        for (Money total : store.sumBefore(Book.CHARGES, end)) {
            String currency = total.currency();
            Collection<Entry> others = closes(day, currency);
            Optional<Entry> again = others.stream().filter(e -> !e.at().isBefore(end)).findFirst();
            if (again.isPresent()) {
                again.filter(entry -> entry.id().equals(id(day, currency))).ifPresent(written::add);
            } else if (total.signum() != 0) {
                Instant from =
                        others.stream()
                                .map(Entry::at)
                                .max(Instant::compareTo)
                                .orElse(Instant.EPOCH);
                written.add(entry(day, end, total, allocate(from, end, currency), by));
            }
        }
        return journal.write(written);
    }

    private Collection<Entry> closes(LocalDate day, String currency) {
        return store.find(
                        IntStream.rangeClosed(-MAX_DAYS, MAX_DAYS)
                                .mapToObj(offset -> id(day.plusDays(offset), currency))
                                .toList())
                .values();
    }

    private static EntryId id(LocalDate day, String currency) {
        return new EntryId(KIND + ":" + day + ":" + currency);
    }

    private SortedMap<Book, Money> allocate(Instant from, Instant end, String currency) {
        SortedMap<Book, Money> sums = new TreeMap<>();
        Instant recent = end.minus(RECENT);
        Instant at = from;
        if (from.isBefore(recent)) {
            collect(from, recent, currency, sums);
            at = recent;
        }
        while (at.isBefore(end)) {
            Instant to = at.plus(WINDOW).isAfter(end) ? end : at.plus(WINDOW);
            collect(at, to, currency, sums);
            at = to;
        }
        return sums;
    }

    private void collect(Instant from, Instant to, String currency, SortedMap<Book, Money> sums) {
        for (Entry charge : store.charges(from, to)) {
            BigDecimal charged = chargedIn(charge, currency);
            SortedMap<Book, BigDecimal> lines = ProofLines.byBook(charge.proof());
            BigDecimal proven = lines.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (!charge.kind().equals(KIND) && proven.compareTo(charged) == 0) {
                lines.forEach(
                        (book, part) -> sums.merge(book, new Money(currency, part), Money::plus));
            }
        }
    }

    private static BigDecimal chargedIn(Entry entry, String currency) {
        return entry.postings().stream()
                .filter(posting -> posting.book().equals(Book.CHARGES))
                .map(Posting::amount)
                .filter(amount -> amount.currency().equals(currency))
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Entry entry(
            LocalDate day, Instant end, Money total, SortedMap<Book, Money> parts, String by) {
        Money allocated = parts.values().stream().reduce(Money.zero(total.currency()), Money::plus);
        Money late = total.minus(allocated);
        if (late.signum() != 0) {
            parts.merge(LATE, late, Money::plus);
        }
        var postings = new ArrayList<Posting>();
        postings.add(new Posting(Book.CHARGES, total.negated()));
        parts.forEach((book, part) -> postings.add(new Posting(book, part)));
        return new Entry(
                id(day, total.currency()),
                end,
                KIND,
                "Charges of " + day,
                postings,
                Optional.empty(),
                "",
                by);
    }
}
