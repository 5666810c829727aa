package org.openprepay.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.Commodity;
import org.openprepay.api.CustomerId;
import org.openprepay.api.EntryId;
import org.openprepay.api.MeterId;
import org.openprepay.api.Money;
import org.openprepay.api.ServicePointId;
import org.openprepay.api.UtilityClock;
import org.openprepay.customers.Customer;
import org.openprepay.customers.Customers;
import org.openprepay.customers.ServicePoint;
import org.openprepay.metering.Meter;
import org.openprepay.metering.Metering;
import org.openprepay.prepayment.Account;
import org.openprepay.prepayment.Accounts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens a household's account through the same doors a clerk uses; again changes nothing. */
@Component(service = Seeding.class)
public final class Seeding {
    static final String CURRENCY = "GBP";
    static final String POLICY = "supply-default";
    private static final Caller CALLER = Caller.system("demo");
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    /** A single-phase service of 100 A at 230 V, in kW. */
    private static final BigDecimal FUSE = new BigDecimal("23");

    private final Customers customers;
    private final Metering metering;
    private final Accounts accounts;
    private final UtilityClock clock;

    @Activate
    public Seeding(
            @Reference Customers customers,
            @Reference Metering metering,
            @Reference Accounts accounts,
            @Reference UtilityClock clock) {
        this.customers = customers;
        this.metering = metering;
        this.accounts = accounts;
        this.clock = clock;
    }

    static AccountId account(Household household) {
        return new AccountId("A" + household.number());
    }

    static MeterId meter(Household household) {
        return new MeterId("LDN-0" + household.number());
    }

    void open(Household household) {
        if (accounts.find(CALLER, account(household)).isPresent()) {
            return;
        }
        var customer = new CustomerId("C" + household.number());
        var point = new ServicePointId("SP" + household.number());
        customers
                .add(CALLER, new Customer(customer, household.name(), household.phone(), "en"))
                .orThrow();
        customers
                .add(
                        CALLER,
                        new ServicePoint(
                                point,
                                household.place() + ", London",
                                household.latitude(),
                                household.longitude(),
                                ZONE))
                .orThrow();
        Instant now = clock.instant();
        Meter meter = metering.find(meter(household)).orElseGet(() -> register(household, now));
        accounts.open(
                        CALLER,
                        new Account(
                                account(household),
                                customer,
                                point,
                                meter.id(),
                                Account.Mode.WALLET,
                                household.tariff(),
                                POLICY,
                                CURRENCY,
                                ZONE,
                                now,
                                Optional.empty()))
                .orThrow();
        accounts.credit(
                        CALLER,
                        account(household),
                        new Accounts.Credit(
                                new EntryId("demo-opening:" + household.number()),
                                Money.of(CURRENCY, household.credit()),
                                "cash",
                                ""))
                .orThrow();
    }

    private Meter register(Household household, Instant now) {
        MeterId id = meter(household);
        return metering.register(
                        CALLER,
                        new Meter(
                                id,
                                "meter-mqtt-json",
                                id.value(),
                                Commodity.ELECTRICITY,
                                6,
                                FUSE,
                                List.of(),
                                Map.of("profile", "openprepay"),
                                now,
                                Optional.empty()))
                .orThrow();
    }
}
