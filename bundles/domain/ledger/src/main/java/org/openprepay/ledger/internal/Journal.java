package org.openprepay.ledger.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openprepay.api.EntryId;
import org.openprepay.api.Outcome;
import org.openprepay.ledger.Entry;
import org.openprepay.ledger.LedgerStore;

/** Adds entries whose ids others made: one id, one effect, for ever. */
final class Journal {
    private final LedgerStore store;

    Journal(LedgerStore store) {
        this.store = store;
    }

    Outcome<List<Entry>> write(List<Entry> entries) {
        Map<EntryId, Entry> asked = new LinkedHashMap<>();
        for (Entry entry : entries) {
            Entry twin = asked.putIfAbsent(entry.id(), entry);
            if (twin != null && !sameContent(twin, entry)) {
                return conflict(entry.id());
            }
        }
        Map<EntryId, Entry> known = store.find(asked.keySet());
        var fresh = new ArrayList<Entry>();
        for (Entry entry : asked.values()) {
            Entry first = known.get(entry.id());
            if (first == null) {
                fresh.add(entry);
            } else if (!sameContent(first, entry)) {
                return conflict(entry.id());
            }
        }
        if (!fresh.isEmpty()) {
            store.append(fresh);
        }
        return Outcome.accepted(entries.stream().map(e -> known.getOrDefault(e.id(), e)).toList());
    }

    Outcome<Entry> reverse(EntryId id, EntryId newId, Instant at, String why, String by) {
        Entry entry = store.find(Set.of(id)).get(id);
        if (entry == null) {
            return Outcome.refused("UNKNOWN_ENTRY", "There is no entry " + id + ".");
        }
        if (entry.kind().equals("reversal")) {
            return Outcome.refused(
                    "NOT_REVERSIBLE", "Entry " + id + " is itself a reversal; post anew instead.");
        }
        Optional<EntryId> earlier = store.reversalOf(id);
        if (earlier.isPresent() && !earlier.get().equals(newId)) {
            return Outcome.refused(
                    "ALREADY_REVERSED", "Entry " + id + " was reversed by " + earlier.get() + ".");
        }
        return write(List.of(entry.reversal(newId, at, why, by))).map(written -> written.get(0));
    }

    private static <T> Outcome<T> conflict(EntryId id) {
        return Outcome.refused(
                "IDEMPOTENCY_CONFLICT",
                "id",
                "The id " + id + " was used for another entry; make a new id for this one.");
    }

    /** When a repeat comes, time has passed and proofs tell another state: they don't count. */
    private static boolean sameContent(Entry a, Entry b) {
        return a.kind().equals(b.kind())
                && a.text().equals(b.text())
                && a.corrects().equals(b.corrects())
                && Set.copyOf(a.postings()).equals(Set.copyOf(b.postings()))
                && a.postings().size() == b.postings().size();
    }
}
