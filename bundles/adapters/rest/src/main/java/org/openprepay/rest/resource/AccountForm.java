package org.openprepay.rest.resource;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openprepay.api.AccountId;
import org.openprepay.api.CustomerId;
import org.openprepay.api.MeterId;
import org.openprepay.api.ServicePointId;
import org.openprepay.customers.ServicePoint;
import org.openprepay.prepayment.Account;
import org.openprepay.prepayment.Accounts;
import org.openprepay.rest.http.Input;

/** An account as it is opened. */
public record AccountForm(
        String id,
        String customer,
        String servicePoint,
        String meter,
        Account.Mode mode,
        String tariff,
        String policy,
        String currency) {

    Account account(ServicePoint point, Instant opened) {
        return new Account(
                number(),
                Input.of("customer", customer, CustomerId::new),
                point.id(),
                Input.of("meter", meter, MeterId::new),
                mode,
                tariff,
                policy,
                Input.of(
                        "currency",
                        currency,
                        given -> Currency.getInstance(given).getCurrencyCode()),
                point.zone(),
                opened,
                Optional.empty());
    }

    AccountId number() {
        return Input.of("id", id, AccountId::new);
    }

    ServicePointId point() {
        return Input.of("servicePoint", servicePoint, ServicePointId::new);
    }

    /** A tariff pack and the version in force. */
    public record TariffForm(String name, int version) {}

    /** Why an account is not cut. */
    public record ProtectionForm(
            String id, String kind, String reason, Instant from, Optional<Instant> until) {
        static ProtectionForm of(Accounts.Protection protection) {
            return new ProtectionForm(
                    protection.id(),
                    protection.kind(),
                    protection.reason(),
                    protection.from(),
                    protection.until());
        }
    }

    /** An account as it is shown. */
    public record Shown(
            String id,
            String customer,
            String customerName,
            String meter,
            Optional<ServicePointForm> servicePoint,
            Account.Mode mode,
            TariffForm tariff,
            String policy,
            MoneyForm balance,
            Map<String, MoneyForm> credits,
            Map<String, MoneyForm> debts,
            String emergency,
            @Schema(type = "string") Optional<BigDecimal> daysLeft,
            SupplyForm supply,
            List<ProtectionForm> protections,
            Optional<Instant> lastReading) {

        static Shown of(Accounts.View view, Optional<ServicePoint> point) {
            Account account = view.account();
            return new Shown(
                    account.id().value(),
                    account.customer().value(),
                    view.customerName(),
                    account.meter().value(),
                    point.map(ServicePointForm::of),
                    account.mode(),
                    new TariffForm(account.tariff(), view.tariffVersion()),
                    account.policy(),
                    MoneyForm.of(view.balance()),
                    MoneyForm.of(view.credits()),
                    MoneyForm.of(view.debts()),
                    view.emergency(),
                    view.daysLeft(),
                    SupplyForm.of(view.supply()),
                    view.protections().stream().map(ProtectionForm::of).toList(),
                    view.lastReading());
        }
    }
}
