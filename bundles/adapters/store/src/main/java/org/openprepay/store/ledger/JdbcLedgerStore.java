package org.openprepay.store.ledger;

import static org.openprepay.store.tx.Sql.row;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openprepay.api.EntryId;
import org.openprepay.api.Money;
import org.openprepay.ledger.Book;
import org.openprepay.ledger.Entry;
import org.openprepay.ledger.Ledger;
import org.openprepay.ledger.LedgerStore;
import org.openprepay.ledger.Posting;
import org.openprepay.store.tx.Columns;
import org.openprepay.store.tx.Sql;
import org.openprepay.store.tx.SqlFailure;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The books in JDBC batches; journal, postings and reversals are only ever inserted. */
@Component
public final class JdbcLedgerStore implements LedgerStore {
    private final Sql sql;
    private final EntryReader reader;

    @Activate
    public JdbcLedgerStore(@Reference Sql sql) {
        this.sql = sql;
        this.reader = new EntryReader(sql);
    }

    @Override
    public void append(List<Entry> entries) {
        try {
            sql.batch(
                    "insert into journal_entry"
                            + " (id, occurred, kind, label, corrects, proof, author)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    inOrder(entries).map(JdbcLedgerStore::journalRow).toList());
            sql.batch(
                    "insert into reversal (entry, reversed_by, occurred) values (?, ?, ?)",
                    entries.stream()
                            .filter(entry -> entry.kind().equals("reversal"))
                            .map(JdbcLedgerStore::reversalRow)
                            .toList());
        } catch (SqlFailure e) {
            throw e.isDuplicate()
                    ? new DuplicateEntry("another transaction wrote one of the ids first", e)
                    : e;
        }
        sql.batch(
                "insert into posting (entry, line, book, currency, amount, occurred)"
                        + " values (?, ?, ?, ?, ?, ?)",
                entries.stream().flatMap(entry -> postingRows(entry).stream()).toList());
        moveBalances(entries);
    }

    /**
     * Ids in order, so that two transactions with the same ids never wait for each other in a ring.
     */
    private static Stream<Entry> inOrder(List<Entry> entries) {
        return entries.stream().sorted(Comparator.comparing(Entry::id));
    }

    private static Object[] journalRow(Entry entry) {
        return row(
                entry.id(),
                entry.at(),
                entry.kind(),
                entry.text(),
                entry.corrects(),
                entry.proof(),
                entry.by());
    }

    private static Object[] reversalRow(Entry entry) {
        return row(entry.corrects().orElseThrow(), entry.id(), entry.at());
    }

    private static List<Object[]> postingRows(Entry entry) {
        var rows = new ArrayList<Object[]>();
        for (Posting posting : entry.postings()) {
            Money amount = posting.amount();
            rows.add(
                    row(
                            entry.id(),
                            rows.size(),
                            posting.book().path(),
                            amount.currency(),
                            amount.amount(),
                            entry.at()));
        }
        return rows;
    }

    /** Books in order, so that two transactions meet at the same row first. */
    private void moveBalances(List<Entry> entries) {
        var moves = new TreeMap<String, Money>();
        entries.stream()
                .flatMap(entry -> entry.postings().stream())
                .filter(posting -> posting.book().isCustomer())
                .forEach(
                        posting ->
                                moves.merge(
                                        posting.book().path() + " " + posting.amount().currency(),
                                        posting.amount(),
                                        Money::plus));
        sql.batch(
                "insert into balance (book, currency, amount) values (?, ?, ?)"
                        + " on duplicate key update amount = amount + values(amount)",
                moves.entrySet().stream()
                        .map(
                                move ->
                                        row(
                                                move.getKey().split(" ")[0],
                                                move.getValue().currency(),
                                                move.getValue().amount()))
                        .toList());
    }

    @Override
    public Map<EntryId, Entry> find(Collection<EntryId> ids) {
        return reader.find(ids);
    }

    @Override
    public Optional<EntryId> reversalOf(EntryId id) {
        return sql.one(
                "select reversed_by from reversal where entry = ?",
                columns -> new EntryId(columns.text("reversed_by")),
                id);
    }

    @Override
    public Map<Book, Money> balances(Set<Book> books) {
        return byBook(
                sql.listOf(
                        "select book, currency, amount from balance where book in (:ids)",
                        JdbcLedgerStore::line,
                        books.stream().map(Book::path).toList()));
    }

    @Override
    public Map<Book, Money> under(String prefix) {
        return byBook(
                sql.list(
                        "select book, currency, amount from balance where book >= ? and book < ?",
                        JdbcLedgerStore::line,
                        prefix,
                        beyond(prefix)));
    }

    private static Map<Book, Money> byBook(List<Ledger.TrialLine> lines) {
        var balances = new HashMap<Book, Money>();
        for (var line : lines) {
            if (balances.put(line.book(), line.balance()) != null) {
                throw new IllegalStateException("a book in two currencies: " + line.book().path());
            }
        }
        return balances;
    }

    private static Ledger.TrialLine line(Columns columns) throws SQLException {
        return new Ledger.TrialLine(new Book(columns.text("book")), columns.money());
    }

    @Override
    public List<Stored> entries(
            String bookPrefix, Instant from, Instant to, int limit, Optional<String> after) {
        return reader.page(bookPrefix, beyond(bookPrefix), from, to, limit, after);
    }

    /** The first text after all that begin with the prefix; books are ASCII. */
    private static String beyond(String prefix) {
        return prefix + (char) 0x7f;
    }

    @Override
    public List<Ledger.TrialLine> sums() {
        return sql.list(
                "select book, currency, sum(amount) as amount from posting"
                        + " group by book, currency order by book, currency",
                JdbcLedgerStore::line);
    }

    @Override
    public List<Money> sumBefore(Book book, Instant end) {
        return sql.list(
                "select currency, sum(amount) as amount from posting"
                        + " where book = ? and occurred < ? group by currency order by currency",
                Columns::money,
                book.path(),
                end);
    }

    @Override
    public List<Entry> charges(Instant from, Instant to) {
        return reader.touching(Book.CHARGES, from, to).stream()
                .filter(entry -> !entry.kind().equals("day-close"))
                .toList();
    }

    @Override
    public void put(Ledger.Hold hold) {
        sql.update(
                "insert into hold (id, book, currency, amount, expires, state)"
                        + " values (?, ?, ?, ?, ?, ?) on duplicate key update"
                        + " expires = values(expires), state = values(state)",
                hold.id(),
                hold.book().path(),
                hold.amount().currency(),
                hold.amount().amount(),
                hold.until(),
                hold.state());
    }

    @Override
    public Optional<Ledger.Hold> hold(EntryId id) {
        return sql.one("select * from hold where id = ? for update", JdbcLedgerStore::hold, id);
    }

    @Override
    public List<Ledger.Hold> openHolds(Book book) {
        return sql.list(
                "select * from hold where book = ? and state = 'OPEN' order by id",
                JdbcLedgerStore::hold,
                book.path());
    }

    private static Ledger.Hold hold(Columns columns) throws SQLException {
        return new Ledger.Hold(
                new EntryId(columns.text("id")),
                new Book(columns.text("book")),
                columns.money(),
                columns.instant("expires"),
                Ledger.Hold.State.valueOf(columns.text("state")));
    }
}
