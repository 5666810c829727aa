package org.openprepay.prepayment.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openprepay.access.Access;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.EntryId;
import org.openprepay.api.Json;
import org.openprepay.api.JsonReader;
import org.openprepay.api.Money;
import org.openprepay.api.Outcome;
import org.openprepay.api.Quantity;
import org.openprepay.api.Unit;
import org.openprepay.api.UtilityClock;
import org.openprepay.ledger.Book;
import org.openprepay.ledger.Entry;
import org.openprepay.ledger.Ledger;
import org.openprepay.ledger.Posting;
import org.openprepay.prepayment.Account;
import org.openprepay.prepayment.Accounts.Sale;
import org.openprepay.prepayment.PrepaymentStore;
import org.openprepay.tariff.BillLine;
import org.openprepay.tariff.BillState;
import org.openprepay.tariff.Priced;
import org.openprepay.tariff.Tariffs;
import org.openprepay.tariff.Tariffs.Quote;

/** Sells units for meters that hold them: priced on this month's purchases, posted at once. */
final class UnitSales {
    private final PrepaymentStore store;
    private final Ledger ledger;
    private final Tariffs tariffs;
    private final Access access;
    private final UtilityClock clock;
    private final Situations situations;
    private final Billing billing;

    UnitSales(
            PrepaymentStore store,
            Ledger ledger,
            Tariffs tariffs,
            Access access,
            UtilityClock clock,
            Situations situations,
            Billing billing) {
        this.store = store;
        this.ledger = ledger;
        this.tariffs = tariffs;
        this.access = access;
        this.clock = clock;
        this.situations = situations;
        this.billing = billing;
    }

    Outcome<Quote> quote(Account account, Money money) {
        return refusal(account, money)
                .<Outcome<Quote>>map(no -> no)
                .orElseGet(() -> tariffs.quote(bills(account).at(clock.instant()), money));
    }

    Outcome<Sale> sell(Caller caller, AccountId id, EntryId entryId, Money money, String tender) {
        Optional<Situation> found = Optional.ofNullable(situations.lock(Set.of(id)).get(id));
        if (found.isEmpty()) {
            return Counter.unknown(id);
        }
        Map<String, String> body =
                Map.of("account", id.value(), "amount", money.toString(), "tender", tender);
        Optional<Entry> first = ledger.find(entryId);
        if (first.isPresent()) {
            return Receipts.answers(first.get(), body)
                    ? Outcome.accepted(read(first.get()))
                    : Outcome.refused(
                            "IDEMPOTENCY_CONFLICT", "id", "The id " + entryId + " was used.");
        }
        if (!tender.matches("[a-z][a-z0-9-]{0,19}") || tender.equals(Counter.ADJUSTMENT)) {
            return Outcome.refused("INVALID_TENDER", "tender", "A tender is a word such as cash.");
        }
        Account account = found.get().account();
        return quote(account, money)
                .then(quote -> sold(caller, account, entryId, money, tender, quote, body));
    }

    private Outcome<Sale> sold(
            Caller caller,
            Account account,
            EntryId entryId,
            Money money,
            String tender,
            Quote quote,
            Map<String, String> body) {
        Instant now = clock.instant();
        Bills bills = bills(account);
        BillState before = bills.at(now);
        Priced priced = bills.purchase(quote.units(), now);
        store.putCheckpoints(bills.checkpoints());
        Book wallet = Book.wallet(account.id());
        List<Posting> postings =
                List.of(
                        new Posting(Book.tender(tender), money.negated()),
                        new Posting(wallet, money),
                        new Posting(wallet, priced.change().negated()),
                        new Posting(Book.CHARGES, priced.change()));
        Map<String, Object> proof = Proofs.fields(before, billing.write(before), priced, List.of());
        proof.put("body", body);
        proof.put("units", quote.units().value().toPlainString());
        proof.put("unit", quote.units().unit().code());
        proof.put("paid", priced.change().amount().toPlainString());
        proof.put("currency", money.currency());
        proof.put("sold", quote.lines().stream().map(UnitSales::line).toList());
        Entry entry =
                new Entry(
                        entryId,
                        now,
                        "sale",
                        "Sold " + quote.units(),
                        postings,
                        Optional.empty(),
                        Json.object(proof),
                        caller.name());
        access.audit(caller, "account.sell", account.id().value(), money + " " + quote.units());
        return ledger.post(caller, List.of(entry)).map(posted -> read(entry));
    }

    private Bills bills(Account account) {
        return billing.of(account, store.newest(Set.of(account.id())));
    }

    private static Optional<Outcome.Refused<Quote>> refusal(Account account, Money money) {
        if (account.mode() != Account.Mode.METER_UNITS) {
            return no("NOT_UNITS", "account", "Account " + account.id() + " holds money here.");
        }
        if (!money.currency().equals(account.currency())) {
            return no("CURRENCY_MISMATCH", "amount", "The account is in " + account.currency());
        }
        int places = Currency.getInstance(account.currency()).getDefaultFractionDigits();
        return money.signum() <= 0 || money.amount().scale() > places
                ? no("INVALID_AMOUNT", "amount", "Above zero, with at most " + places + " places.")
                : Optional.empty();
    }

    private static Optional<Outcome.Refused<Quote>> no(String code, String field, String text) {
        return Optional.of(new Outcome.Refused<>(code, Optional.of(field), text));
    }

    private static Map<String, Object> line(BillLine line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("key", line.key());
        fields.put("title", line.title());
        line.quantity().ifPresent(quantity -> fields.put("quantity", quantity.toPlainString()));
        line.rate().ifPresent(rate -> fields.put("rate", rate.toPlainString()));
        fields.put("amount", line.amount().toPlainString());
        fields.put("rule", line.rule());
        return fields;
    }

    /** The first answer, rebuilt from its entry. */
    private static Sale read(Entry entry) {
        Map<String, Object> fields = JsonReader.object(entry.proof());
        var lines = new ArrayList<BillLine>();
        if (fields.get("sold") instanceof List<?> sold) {
            sold.forEach(each -> lines.add(line((Map<?, ?>) each)));
        }
        return new Sale(
                entry.id(),
                Quantity.of(text(fields, "units"), Unit.of(text(fields, "unit"))),
                Money.of(text(fields, "currency"), text(fields, "paid")),
                List.copyOf(lines));
    }

    private static BillLine line(Map<?, ?> fields) {
        return new BillLine(
                text(fields, "key"),
                text(fields, "title"),
                number(fields, "quantity"),
                number(fields, "rate"),
                new BigDecimal(text(fields, "amount")),
                text(fields, "rule"));
    }

    private static Optional<BigDecimal> number(Map<?, ?> fields, String name) {
        return fields.containsKey(name)
                ? Optional.of(new BigDecimal(text(fields, name)))
                : Optional.empty();
    }

    private static String text(Map<?, ?> fields, String name) {
        return String.valueOf(fields.get(name));
    }
}
