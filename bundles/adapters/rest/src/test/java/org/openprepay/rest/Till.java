package org.openprepay.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.CustomerId;
import org.openprepay.api.EntryId;
import org.openprepay.api.MeterId;
import org.openprepay.api.Money;
import org.openprepay.api.Outcome;
import org.openprepay.api.ServicePointId;
import org.openprepay.api.Slice;
import org.openprepay.ledger.Book;
import org.openprepay.ledger.Entry;
import org.openprepay.ledger.Posting;
import org.openprepay.prepayment.Account;
import org.openprepay.prepayment.Accounts.Credit;
import org.openprepay.prepayment.Accounts.Receipt;
import org.openprepay.prepayment.Accounts.View;
import org.openprepay.prepayment.Supply;

/** A fake of the accounts door with the one account {@code A1}. */
public final class Till {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final AccountId A1 = new AccountId("A1");
    private final Map<EntryId, Credit> seen = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private Money balance = Money.zero("KES");

    public synchronized Optional<View> find(Caller caller, AccountId id) {
        return id.equals(A1) ? Optional.of(view()) : Optional.empty();
    }

    public synchronized Slice<View> list(Caller caller, int limit, Optional<String> after) {
        return new Slice<>(List.of(view()), Optional.empty());
    }

    public synchronized Outcome<Receipt> credit(Caller caller, AccountId account, Credit credit) {
        if (!account.equals(A1)) {
            return Outcome.refused("UNKNOWN_ACCOUNT", "account", "There is no " + account + ".");
        }
        Credit before = seen.putIfAbsent(credit.id(), credit);
        if (before != null && !before.equals(credit)) {
            return Outcome.refused("IDEMPOTENCY_CONFLICT", "Another credit has this id.");
        }
        if (before == null) {
            balance = balance.plus(credit.amount());
            entries.add(0, entry(credit));
        }
        return Outcome.accepted(
                new Receipt(
                        credit.id(),
                        "R-1",
                        credit.amount(),
                        Map.of("wallet", credit.amount()),
                        balance,
                        supply()));
    }

    public synchronized Slice<Entry> statement(
            Caller caller,
            AccountId account,
            Instant from,
            Instant to,
            int limit,
            Optional<String> after) {
        int start = after.map(Integer::parseInt).orElse(0);
        int end = Math.min(entries.size(), start + limit);
        return new Slice<>(
                entries.subList(start, end),
                end < entries.size() ? Optional.of(Integer.toString(end)) : Optional.empty());
    }

    private static Entry entry(Credit credit) {
        return new Entry(
                credit.id(),
                START,
                "credit",
                "Payment",
                List.of(
                        new Posting(Book.wallet(A1), credit.amount()),
                        new Posting(Book.tender(credit.tender()), credit.amount().negated())),
                Optional.empty(),
                "{\"version\":3}",
                "clerk");
    }

    private View view() {
        var account =
                new Account(
                        A1,
                        new CustomerId("C1"),
                        new ServicePointId("S1"),
                        new MeterId("M1"),
                        Account.Mode.WALLET,
                        "flat",
                        "domestic",
                        "KES",
                        ZoneOffset.UTC,
                        START,
                        Optional.empty());
        return new View(
                account,
                "Amina",
                balance,
                Map.of("wallet", balance),
                Map.of(),
                "none",
                Optional.of(new BigDecimal("3.5")),
                supply(),
                List.of(),
                2,
                Optional.of(START));
    }

    private static Supply supply() {
        return new Supply(
                Supply.State.ON,
                7,
                Optional.of(Supply.State.ON),
                START,
                "has credit",
                Optional.of(START));
    }
}
