package org.openprepay.store.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openprepay.api.EntryId;
import org.openprepay.ledger.Book;
import org.openprepay.ledger.Entry;
import org.openprepay.ledger.LedgerStore.Stored;
import org.openprepay.ledger.Posting;
import org.openprepay.store.tx.Columns;
import org.openprepay.store.tx.Sql;

/** Puts entries together again from journal and postings. */
final class EntryReader {
    private static final String JOURNAL =
            "select seq, id, occurred, kind, label, corrects, proof, author from journal_entry";

    private final Sql sql;

    EntryReader(Sql sql) {
        this.sql = sql;
    }

    /** A journal row without its postings. */
    private record Head(
            long seq,
            EntryId id,
            Instant at,
            String kind,
            String text,
            Optional<EntryId> corrects,
            String proof,
            String by) {
        static Head of(Columns columns) throws SQLException {
            return new Head(
                    columns.number("seq"),
                    new EntryId(columns.text("id")),
                    columns.instant("occurred"),
                    columns.text("kind"),
                    columns.text("label"),
                    columns.maybeText("corrects").map(EntryId::new),
                    columns.text("proof"),
                    columns.text("author"));
        }

        Stored with(List<Posting> postings) {
            return new Stored(
                    new Entry(id, at, kind, text, postings, corrects, proof, by),
                    Columns.nanos(at) + "." + seq);
        }
    }

    /** One posting and whose it is. */
    private record Side(EntryId entry, Posting posting) {
        static Side of(Columns columns) throws SQLException {
            return new Side(
                    new EntryId(columns.text("entry")),
                    new Posting(new Book(columns.text("book")), columns.money()));
        }
    }

    Map<EntryId, Entry> find(Collection<EntryId> ids) {
        var found = new HashMap<EntryId, Entry>();
        whole(sql.listOf(JOURNAL + " where id in (:ids)", Head::of, ids))
                .forEach(stored -> found.put(stored.entry().id(), stored.entry()));
        return found;
    }

    List<Entry> touching(Book book, Instant from, Instant to) {
        return whole(
                        sql.list(
                                JOURNAL
                                        + " where id in (select entry from posting where book = ?"
                                        + " and occurred >= ? and occurred < ?) order by occurred, seq",
                                Head::of,
                                book.path(),
                                from,
                                to))
                .stream()
                .map(Stored::entry)
                .toList();
    }

    List<Stored> page(
            String from,
            String beyond,
            Instant start,
            Instant end,
            int limit,
            Optional<String> after) {
        String[] cursor = after.map(text -> text.split("\\.")).orElse(new String[] {"", ""});
        long at = after.isPresent() ? Long.parseLong(cursor[0]) : Long.MAX_VALUE;
        long seq = after.isPresent() ? Long.parseLong(cursor[1]) : Long.MAX_VALUE;
        return whole(
                sql.list(
                        JOURNAL
                                + " where id in (select entry from posting where book >= ?"
                                + " and book < ? and occurred >= ? and occurred < ?)"
                                + " and (occurred < ? or occurred = ? and seq < ?)"
                                + " order by occurred desc, seq desc limit ?",
                        Head::of,
                        from,
                        beyond,
                        start,
                        end,
                        at,
                        at,
                        seq,
                        limit));
    }

    private List<Stored> whole(List<Head> heads) {
        Map<EntryId, List<Posting>> sides = new HashMap<>();
        sql.listOf(
                        "select entry, book, currency, amount from posting where entry in (:ids)"
                                + " order by entry, line",
                        Side::of,
                        heads.stream().map(Head::id).toList())
                .forEach(
                        side ->
                                sides.computeIfAbsent(side.entry(), id -> new ArrayList<>())
                                        .add(side.posting()));
        return heads.stream()
                .map(head -> head.with(sides.getOrDefault(head.id(), List.of())))
                .toList();
    }
}
