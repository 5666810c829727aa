package org.openprepay.rest.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openprepay.api.Caller;
import org.openprepay.api.EntryId;
import org.openprepay.api.Money;
import org.openprepay.api.Slice;
import org.openprepay.ledger.Book;
import org.openprepay.ledger.Entry;
import org.openprepay.ledger.Posting;
import org.openprepay.prepayment.Accounts;
import org.openprepay.rest.http.Input;
import org.openprepay.rest.http.Page;
import org.openprepay.rest.http.Problem;

/**
 * An account's statement with the balance after each entry. The cursor carries the balance along,
 * so that each part costs one query.
 */
final class Statement {
    static final Instant OPEN_END = Instant.parse("9999-01-01T00:00:00Z");
    private static final int MAX_PARTS = 200;
    private static final ObjectMapper PROOFS = new ObjectMapper();
    private final Accounts accounts;
    private final Caller caller;
    private final Accounts.View view;

    Statement(Accounts accounts, Caller caller, Accounts.View view) {
        this.accounts = accounts;
        this.caller = caller;
        this.view = view;
    }

    Page.Items<StatementLine> part(Instant from, Instant to, Page page) {
        Optional<Cursor> cursor = page.after().map(Cursor::read);
        Slice<Entry> entries = entries(from, to, page.limit(), cursor.map(Cursor::entry));
        Money balance = cursor.map(c -> money(c.balance())).orElseGet(() -> balanceAt(to));
        var lines = new ArrayList<StatementLine>(entries.items().size());
        for (Entry entry : entries.items()) {
            Money amount = amount(entry);
            lines.add(line(entry, amount, balance));
            balance = balance.minus(amount);
        }
        BigDecimal left = balance.amount();
        return new Page.Items<>(lines, entries.next().map(next -> new Cursor(next, left).text()));
    }

    private Money balanceAt(Instant to) {
        Money balance = view.balance();
        if (to.equals(OPEN_END)) {
            return balance;
        }
        Optional<String> after = Optional.empty();
        for (int i = 0; i < MAX_PARTS; i++) {
            Slice<Entry> later = entries(to, OPEN_END, Slice.MAX, after);
            for (Entry entry : later.items()) {
                balance = balance.minus(amount(entry));
            }
            after = later.next();
            if (after.isEmpty()) {
                return balance;
            }
        }
        throw Problem.badInput("to", "This is too long ago; page from the newest entry instead.");
    }

    private Slice<Entry> entries(Instant from, Instant to, int limit, Optional<String> after) {
        return accounts.statement(caller, view.account().id(), from, to, limit, after);
    }

    private Money amount(Entry entry) {
        Set<Book> usable =
                Set.of(Book.wallet(view.account().id()), Book.emergency(view.account().id()));
        return entry.postings().stream()
                .filter(posting -> usable.contains(posting.book()))
                .map(Posting::amount)
                .reduce(Money.zero(view.account().currency()), Money::plus);
    }

    private Money money(BigDecimal amount) {
        return new Money(view.account().currency(), amount);
    }

    private static StatementLine line(Entry entry, Money amount, Money balance) {
        return new StatementLine(
                entry.id().value(),
                entry.at(),
                entry.kind(),
                entry.text(),
                MoneyForm.of(amount),
                MoneyForm.of(balance),
                entry.corrects().map(EntryId::value),
                entry.by(),
                proof(entry));
    }

    private static Optional<Map<String, Object>> proof(Entry entry) {
        if (entry.proof().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(PROOFS.readValue(entry.proof(), new TypeReference<>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the proof of entry " + entry.id() + " is no JSON", e);
        }
    }

    private record Cursor(String entry, BigDecimal balance) {
        static Cursor read(String text) {
            int at = text.lastIndexOf('~');
            if (at < 1) {
                throw Problem.badInput("after", "This is no cursor of a statement.");
            }
            return new Cursor(
                    text.substring(0, at),
                    Input.of("after", text.substring(at + 1), BigDecimal::new));
        }

        String text() {
            return entry + "~" + balance.toPlainString();
        }
    }
}
