package org.openprepay.prepayment.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openprepay.api.Caller;
import org.openprepay.api.EntryId;
import org.openprepay.api.IdSource;
import org.openprepay.api.JsonReader;
import org.openprepay.api.Money;
import org.openprepay.api.Slice;
import org.openprepay.ledger.Book;
import org.openprepay.ledger.Entry;
import org.openprepay.ledger.Ledger;
import org.openprepay.ledger.Posting;
import org.openprepay.prepayment.Account;
import org.openprepay.prepayment.internal.Bills.Change;

/** Posts what bills changed: one entry for each account and change, with its proof. */
final class ChargeBooks {
    /** Pages of statement in which the corrected charge is looked for. */
    private static final int MAX_PAGES = 20;

    /** A meter's clock may be ahead of ours by at most so much. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Ledger ledger;
    private final Billing billing;
    private final IdSource ids;

    ChargeBooks(Ledger ledger, Billing billing, IdSource ids) {
        this.ledger = ledger;
        this.billing = billing;
        this.ids = ids;
    }

    /** Posts all changes that move money, in one call. */
    void post(Caller caller, List<Change> changes, Instant now) {
        var entries = new ArrayList<Entry>();
        for (Change change : changes) {
            if (change.priced().change().signum() != 0) {
                entries.add(entry(caller, change, now));
            }
        }
        if (!entries.isEmpty()) {
            ledger.post(caller, entries).orThrow();
        }
    }

    private Entry entry(Caller caller, Change change, Instant now) {
        Account account = change.account();
        Money amount = change.priced().change();
        return new Entry(
                new EntryId("charge:" + account.id() + ":" + ids.next()),
                now,
                change.kind(),
                change.text(),
                List.of(
                        new Posting(Book.wallet(account.id()), amount.negated()),
                        new Posting(Book.CHARGES, amount)),
                change.replaced().flatMap(from -> corrected(account, from, now)),
                Proofs.charge(
                        change.before(),
                        billing.write(change.before()),
                        change.priced(),
                        change.usage()),
                caller.name());
    }

    /** The oldest charge whose readings reach past the first one that was replaced. */
    private Optional<EntryId> corrected(Account account, Instant from, Instant now) {
        Optional<EntryId> oldest = Optional.empty();
        Optional<String> after = Optional.empty();
        for (int page = 0; page < MAX_PAGES; page++) {
            Slice<Entry> slice =
                    ledger.statement(
                            Book.wallet(account.id()).path(),
                            from.minus(AHEAD),
                            now.plusNanos(1),
                            Slice.MAX,
                            after);
            for (Entry entry : slice.items()) {
                if (entry.kind().equals("charge") && reaches(entry, from)) {
                    oldest = Optional.of(entry.id());
                }
            }
            after = slice.next();
            if (after.isEmpty()) {
                break;
            }
        }
        return oldest;
    }

    private static boolean reaches(Entry entry, Instant from) {
        if (entry.proof().isEmpty()
                || !(JsonReader.object(entry.proof()).get("readings") instanceof List<?> readings)
                || readings.isEmpty()) {
            return false;
        }
        Object last = readings.get(readings.size() - 1);
        return last instanceof Map<?, ?> reading
                && Instant.parse(String.valueOf(reading.get("end"))).isAfter(from);
    }
}
