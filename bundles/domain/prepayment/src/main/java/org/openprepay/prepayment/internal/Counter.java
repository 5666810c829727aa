package org.openprepay.prepayment.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.openprepay.access.Access;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.EntryId;
import org.openprepay.api.Money;
import org.openprepay.api.Outcome;
import org.openprepay.api.UtilityClock;
import org.openprepay.ledger.Book;
import org.openprepay.ledger.Entry;
import org.openprepay.ledger.Ledger;
import org.openprepay.ledger.Posting;
import org.openprepay.prepayment.Account;
import org.openprepay.prepayment.Accounts.Credit;
import org.openprepay.prepayment.Accounts.Receipt;
import org.openprepay.prepayment.PrepaymentStore.Desk;
import org.openprepay.prepayment.facts.Terms;

/** Takes money, adjusts, reverses and lends; each call inside a transaction. */
final class Counter {
    static final String ADJUSTMENT = "adjustment";

    private final Ledger ledger;
    private final Access access;
    private final UtilityClock clock;
    private final SupplyRuling ruling;
    private final Situations situations;
    private final LiveRows live;

    Counter(
            Ledger ledger,
            Access access,
            UtilityClock clock,
            SupplyRuling ruling,
            Situations situations,
            LiveRows live) {
        this.ledger = ledger;
        this.access = access;
        this.clock = clock;
        this.ruling = ruling;
        this.situations = situations;
        this.live = live;
    }

    Outcome<Receipt> credit(Caller caller, AccountId id, Credit credit) {
        Optional<Situation> found = lock(id);
        if (found.isEmpty()) {
            return unknown(id);
        }
        Account account = found.get().account();
        Map<String, String> body = body(id, credit);
        Optional<Entry> first = ledger.find(credit.id());
        if (first.isPresent()) {
            return repeated(first.get(), body);
        }
        Optional<Outcome<Receipt>> refused = refused(account, credit);
        return refused.isPresent() ? refused.get() : taken(caller, found.get(), credit, body);
    }

    private Outcome<Receipt> taken(
            Caller caller, Situation before, Credit credit, Map<String, String> body) {
        Account account = before.account();
        boolean adjustment = credit.tender().equals(ADJUSTMENT);
        Filling filling =
                adjustment ? Filling.wallet(account.id(), credit.amount()) : fill(account, credit);
        Book source =
                adjustment ? Book.adjustment(slug(credit.reason())) : Book.tender(credit.tender());
        List<Posting> postings = new ArrayList<>(filling.postings());
        postings.add(new Posting(source, credit.amount().negated()));
        String text = adjustment ? "Adjustment: " + credit.reason() : "Paid by " + credit.tender();
        access.audit(caller, "account.credit", account.id().value(), text + " " + credit.amount());
        return post(
                caller,
                before,
                new Draft(
                        credit.id(),
                        adjustment ? ADJUSTMENT : "credit",
                        text,
                        credit.amount(),
                        filling.parts(),
                        postings,
                        body));
    }

    private Filling fill(Account account, Credit credit) {
        Map<Book, Money> books = ledger.under("account/" + account.id() + "/");
        Terms terms = ruling.terms(account);
        return Filling.of(account.id(), books, credit.amount(), terms.debtPercent());
    }

    Outcome<Receipt> lend(Caller caller, AccountId id, EntryId entryId) {
        Optional<Situation> found = lock(id);
        if (found.isEmpty()) {
            return unknown(id);
        }
        Map<String, String> body = Map.of("account", id.value(), "kind", "emergency");
        Optional<Entry> first = ledger.find(entryId);
        if (first.isPresent()) {
            return repeated(first.get(), body);
        }
        Situation before = found.get();
        String state = before.emergency();
        if (!state.equals("offered")) {
            return state.equals("in-use")
                    ? Outcome.refused(
                            "ALREADY_USED", "Emergency credit is in use until it is repaid.")
                    : Outcome.refused("NOT_OFFERED", "Emergency credit is not offered now.");
        }
        Account account = before.account();
        Money amount = new Money(account.currency(), ruling.terms(account).emergencyAmount());
        access.audit(caller, "account.emergency", id.value(), amount.toString());
        return post(
                caller,
                before,
                new Draft(
                        entryId,
                        "emergency",
                        "Emergency credit lent",
                        amount,
                        Map.of("wallet", amount),
                        List.of(
                                new Posting(Book.wallet(id), amount),
                                new Posting(Book.emergency(id), amount.negated())),
                        body));
    }

    Outcome<Receipt> reverse(
            Caller caller, AccountId id, EntryId credit, EntryId newId, String why) {
        Optional<Situation> found = lock(id);
        if (found.isEmpty()) {
            return unknown(id);
        }
        boolean ours =
                ledger.find(credit)
                        .filter(entry -> Set.of("credit", ADJUSTMENT).contains(entry.kind()))
                        .filter(entry -> entry.postings().stream().anyMatch(p -> owns(id, p)))
                        .isPresent();
        if (!ours) {
            return Outcome.refused(
                    "UNKNOWN_ENTRY", "entry", "Account " + id + " has no credit " + credit + ".");
        }
        boolean repeat = ledger.find(newId).isPresent();
        return ledger.reverse(caller, credit, newId, clock.instant(), why)
                .map(entry -> reversed(caller, found.get(), entry, repeat));
    }

    private Receipt reversed(Caller caller, Situation before, Entry entry, boolean repeat) {
        AccountId id = before.account().id();
        Situation after = repeat ? before : before.after(entry.postings());
        if (!repeat) {
            access.audit(caller, "account.reverse", id.value(), entry.corrects() + entry.text());
        }
        Desk desk = decided(after);
        live.balance(after, entry.at());
        Map<String, Money> filled = new LinkedHashMap<>();
        Money sum = Money.zero(before.account().currency());
        for (Posting posting : entry.postings()) {
            if (owns(id, posting)) {
                filled.put(kind(posting.book()), posting.amount());
                sum = sum.plus(posting.amount());
            }
        }
        return new Receipt(
                entry.id(),
                Receipts.number(entry.id()),
                sum,
                filled,
                after.balance(),
                desk.supply());
    }

    private record Draft(
            EntryId id,
            String kind,
            String text,
            Money amount,
            Map<String, Money> filled,
            List<Posting> postings,
            Map<String, String> body) {}

    private Outcome<Receipt> post(Caller caller, Situation before, Draft draft) {
        Instant now = clock.instant();
        Situation after = before.after(draft.postings());
        Desk desk = decided(after);
        Receipt receipt =
                new Receipt(
                        draft.id(),
                        Receipts.number(draft.id()),
                        draft.amount(),
                        draft.filled(),
                        after.balance(),
                        desk.supply());
        Entry entry =
                new Entry(
                        draft.id(),
                        now,
                        draft.kind(),
                        draft.text(),
                        draft.postings(),
                        Optional.empty(),
                        Receipts.proof(draft.body(), receipt),
                        caller.name());
        live.balance(after, now);
        return ledger.post(caller, List.of(entry)).map(posted -> receipt);
    }

    private Desk decided(Situation after) {
        return Objects.requireNonNull(ruling.decide(List.of(after)).get(after.account().id()));
    }

    private Optional<Situation> lock(AccountId id) {
        return Optional.ofNullable(situations.lock(Set.of(id)).get(id));
    }

    private static Outcome<Receipt> repeated(Entry first, Map<String, String> body) {
        return Receipts.answers(first, body)
                ? Outcome.accepted(Receipts.read(first))
                : Outcome.refused(
                        "IDEMPOTENCY_CONFLICT",
                        "id",
                        "The id " + first.id() + " was used otherwise; make a new one.");
    }

    private static Optional<Outcome<Receipt>> refused(Account account, Credit credit) {
        BigDecimal amount = credit.amount().amount();
        boolean adjustment = credit.tender().equals(ADJUSTMENT);
        if (!credit.amount().currency().equals(account.currency())) {
            return no("CURRENCY_MISMATCH", "amount", "The account is in " + account.currency());
        }
        if (adjustment ? amount.signum() == 0 : amount.signum() <= 0) {
            return no("INVALID_AMOUNT", "amount", "The amount must be above zero");
        }
        int places = Currency.getInstance(account.currency()).getDefaultFractionDigits();
        if (amount.scale() > places) {
            return no("INVALID_AMOUNT", "amount", "The currency has " + places + " places");
        }
        if (adjustment && slug(credit.reason()).isEmpty()) {
            return no("REASON_REQUIRED", "reason", "An adjustment needs a reason");
        }
        return credit.tender().matches("[a-z][a-z0-9-]{0,19}")
                ? Optional.empty()
                : no("INVALID_TENDER", "tender", "A tender is a short word, such as cash");
    }

    private static Optional<Outcome<Receipt>> no(String code, String field, String message) {
        return Optional.of(Outcome.refused(code, field, message + "."));
    }

    private static Map<String, String> body(AccountId id, Credit credit) {
        return Map.of(
                "account",
                id.value(),
                "amount",
                credit.amount().toString(),
                "tender",
                credit.tender(),
                "reason",
                credit.reason());
    }

    /** A reason as part of a book's path. */
    private static String slug(String reason) {
        String slug = reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String trimmed = slug.replaceAll("^-|-$", "");
        return trimmed.substring(0, Math.min(40, trimmed.length()));
    }

    private static boolean owns(AccountId id, Posting posting) {
        return posting.book().path().startsWith("account/" + id + "/");
    }

    private static String kind(Book book) {
        return book.path().substring(book.path().lastIndexOf('/') + 1);
    }

    static <T> Outcome<T> unknown(AccountId id) {
        return Outcome.refused("UNKNOWN_ACCOUNT", "account", "There is no account " + id + ".");
    }
}
