package org.openprepay.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openprepay.api.EntryId;
import org.openprepay.api.Money;

/**
 * One balanced movement of money, never changed once written.
 *
 * @param at utility time at which it counts
 * @param kind {@code charge}, {@code credit}, {@code adjustment}, {@code reversal}, {@code
 *     correction}, {@code emergency}, {@code day-close} …
 * @param text what a statement shows
 * @param corrects the entry this one corrects or reverses
 * @param proof JSON from which the amounts can be recomputed; empty when the entry itself says all
 * @param by who caused it
 */
public record Entry(
        EntryId id,
        Instant at,
        String kind,
        String text,
        List<Posting> postings,
        Optional<EntryId> corrects,
        String proof,
        String by) {
    public Entry {
        postings = List.copyOf(postings);
        if (postings.size() < 2) {
            throw new IllegalArgumentException("an entry needs two sides: " + id);
        }
        Map<String, BigDecimal> sums = new HashMap<>();
        for (Posting posting : postings) {
            Money amount = posting.amount();
            sums.merge(amount.currency(), amount.amount(), BigDecimal::add);
        }
        sums.forEach(
                (currency, sum) -> {
                    if (sum.signum() != 0) {
                        throw new IllegalArgumentException(
                                "entry "
                                        + id
                                        + " is out of balance by "
                                        + sum.toPlainString()
                                        + " "
                                        + currency);
                    }
                });
    }

    /** The entry that undoes this one; corrections add, they never edit. */
    public Entry reversal(EntryId newId, Instant when, String why, String who) {
        var back =
                postings.stream()
                        .map(posting -> new Posting(posting.book(), posting.amount().negated()))
                        .toList();
        return new Entry(newId, when, "reversal", why, back, Optional.of(id), "", who);
    }
}
