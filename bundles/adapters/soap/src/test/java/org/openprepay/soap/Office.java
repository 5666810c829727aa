package org.openprepay.soap;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.openprepay.access.Access.Session;
import org.openprepay.access.Access.User;
import org.openprepay.access.Role;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.CustomerId;
import org.openprepay.api.EntryId;
import org.openprepay.api.MeterId;
import org.openprepay.api.Money;
import org.openprepay.api.Outcome;
import org.openprepay.api.Right;
import org.openprepay.api.ServicePointId;
import org.openprepay.prepayment.Account;
import org.openprepay.prepayment.Accounts.Credit;
import org.openprepay.prepayment.Accounts.Receipt;
import org.openprepay.prepayment.Accounts.View;
import org.openprepay.prepayment.Supply;

/** A fake of access and accounts with the one account {@code A1}. */
public final class Office {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private final Map<EntryId, Credit> seen = new HashMap<>();
    private Money balance = Money.zero("KES");
    int credits;
    int signIns;

    public Outcome<Session> signIn(String name, String password) {
        signIns++;
        return password.equals("right")
                ? Outcome.accepted(session(name).orElseThrow())
                : Outcome.refused("SIGN_IN_FAILED", "Name or password is wrong.");
    }

    public Optional<Session> session(String token) {
        Role role = Role.of(token);
        var user = new User(token, role, false, START);
        return Optional.of(new Session(token, user, new Caller(token, role.rights()), START));
    }

    public Optional<View> find(Caller caller, AccountId id) {
        caller.require(Right.VIEW);
        return id.value().equals("A1") ? Optional.of(view()) : Optional.empty();
    }

    public Outcome<Receipt> credit(Caller caller, AccountId account, Credit credit) {
        caller.require(Right.SELL);
        Credit before = seen.putIfAbsent(credit.id(), credit);
        if (before != null && !before.equals(credit)) {
            return Outcome.refused("IDEMPOTENCY_CONFLICT", "Another credit has this id.");
        }
        if (before == null) {
            credits++;
            balance = balance.plus(credit.amount());
        }
        return Outcome.accepted(
                new Receipt(
                        credit.id(),
                        "R-1",
                        credit.amount(),
                        Map.of("wallet", credit.amount()),
                        balance,
                        view().supply()));
    }

    private View view() {
        var account =
                new Account(
                        new AccountId("A1"),
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
        var supply = new Supply(Supply.State.ON, 1, Optional.empty(), START, "", Optional.empty());
        return new View(
                account,
                "Amina",
                balance,
                Map.of(),
                Map.of(),
                "none",
                Optional.empty(),
                supply,
                java.util.List.of(),
                1,
                Optional.empty());
    }
}
