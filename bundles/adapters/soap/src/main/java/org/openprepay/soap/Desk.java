package org.openprepay.soap;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.jws.WebService;
import org.jspecify.annotations.Nullable;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.EntryId;
import org.openprepay.api.Money;
import org.openprepay.api.Outcome;
import org.openprepay.api.Slice;
import org.openprepay.prepayment.Accounts;

/** Answers the service from the accounts door. */
@WebService(
        endpointInterface = "org.openprepay.soap.AccountService",
        serviceName = "AccountService",
        portName = "AccountPort",
        targetNamespace = AccountService.NAMESPACE)
public final class Desk implements AccountService {
    private static final Instant OPEN_END = Instant.parse("9999-01-01T00:00:00Z");
    private final Accounts accounts;
    private final Supplier<Caller> caller;

    Desk(Accounts accounts, Supplier<Caller> caller) {
        this.accounts = accounts;
        this.caller = caller;
    }

    @Override
    public AccountSummary account(@Nullable String id) throws Refusal {
        return guarded(() -> AccountSummary.of(view(id)));
    }

    @Override
    public CreditReceipt credit(
            @Nullable String idempotencyKey,
            @Nullable String account,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String tender)
            throws Refusal {
        if (idempotencyKey == null || idempotencyKey.length() < 8) {
            throw new Refusal("BAD_INPUT", "Give an idempotencyKey, a fresh UUID.");
        }
        if (account == null || amount == null || currency == null || tender == null) {
            throw new Refusal("BAD_INPUT", "Give account, amount, currency and tender.");
        }
        return guarded(
                () ->
                        CreditReceipt.of(
                                accepted(
                                        accounts.credit(
                                                caller.get(),
                                                new AccountId(account),
                                                new Accounts.Credit(
                                                        new EntryId("soap:" + idempotencyKey),
                                                        new Money(currency, amount),
                                                        tender,
                                                        "")))));
    }

    @Override
    public List<StatementEntry> statement(
            @Nullable String account, @Nullable String from, @Nullable String to) throws Refusal {
        return guarded(
                () -> {
                    var of = view(account).account();
                    return accounts
                            .statement(
                                    caller.get(),
                                    of.id(),
                                    time(from, Instant.EPOCH),
                                    time(to, OPEN_END),
                                    Slice.MAX,
                                    Optional.empty())
                            .items()
                            .stream()
                            .map(entry -> StatementEntry.of(of, entry))
                            .toList();
                });
    }

    private Accounts.View view(@Nullable String id) {
        if (id == null) {
            throw new Refused("BAD_INPUT", "Give an account.");
        }
        return accounts.find(caller.get(), new AccountId(id))
                .orElseThrow(() -> new Refused("UNKNOWN_ACCOUNT", "There is no account " + id));
    }

    private static Instant time(@Nullable String text, Instant otherwise) {
        return text == null || text.isEmpty() ? otherwise : OffsetDateTime.parse(text).toInstant();
    }

    private static <T> T accepted(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Refused<T> refused) {
            throw new Refused(refused.code(), refused.message());
        }
        return outcome.orThrow();
    }

    private static <T> T guarded(Supplier<T> answer) throws Refusal {
        try {
            return answer.get();
        } catch (Refused refused) {
            throw new Refusal(refused.code, String.valueOf(refused.getMessage()));
        } catch (Caller.Denied denied) {
            throw new Refusal("FORBIDDEN", String.valueOf(denied.getMessage()));
        } catch (IllegalArgumentException | DateTimeException bad) {
            throw new Refusal("BAD_INPUT", String.valueOf(bad.getMessage()));
        }
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String code;

        Refused(String code, String message) {
            super(message);
            this.code = code;
        }
    }
}
