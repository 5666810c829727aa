package org.openprepay.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.Commodity;
import org.openprepay.api.CustomerId;
import org.openprepay.api.EntryId;
import org.openprepay.api.MeterId;
import org.openprepay.api.Money;
import org.openprepay.api.Outcome;
import org.openprepay.api.ServicePointId;
import org.openprepay.customers.Customer;
import org.openprepay.customers.ServicePoint;
import org.openprepay.metering.Meter;
import org.openprepay.metering.Row;
import org.openprepay.metering.Verdict;
import org.openprepay.prepayment.Account;
import org.openprepay.prepayment.Accounts;

/** A thousand accounts on the shipped domestic tariff and supply policy, with credit. */
final class Town {
    static final int ACCOUNTS = 1_000;
    static final int BATCH = 500;
    static final int DAY = 48;
    static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    /** Accounts opened in one transaction. */
    private static final int TOGETHER = 10;

    private static final Caller CALLER = Caller.system("benchmark");
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final Duration STEP = Duration.ofMinutes(10);
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    private static final BigDecimal USE = new BigDecimal("0.125");

    private final House house;
    private final String name;

    /** How many readings each meter has sent. */
    private long sent;

    private Town(House house, String name) {
        this.house = house;
        this.name = name;
    }

    static void publish(House house) throws IOException {
        for (String pack : List.of("domestic", "supply-default")) {
            house.rulebook.publish(CALLER, Packs.shipped(pack), START).orThrow();
        }
    }

    /** Opens its accounts, each with credit for longer than a measurement lasts. */
    static Town open(House house, String name) {
        var town = new Town(house, name);
        house.clock.reach(START);
        for (int from = 0; from < ACCOUNTS; from += TOGETHER) {
            int first = from;
            house.transactions
                    .run(
                            () -> {
                                IntStream.range(first, first + TOGETHER).forEach(town::open);
                                return Outcome.accepted(first);
                            })
                    .orThrow();
        }
        return town;
    }

    private void open(int number) {
        var account =
                new Account(
                        new AccountId(name + "-a" + number),
                        new CustomerId(name + "-c" + number),
                        new ServicePointId(name + "-s" + number),
                        meter(number),
                        Account.Mode.WALLET,
                        "domestic",
                        "supply-default",
                        "GBP",
                        ZONE,
                        START,
                        Optional.empty());
        BigDecimal place = BigDecimal.ZERO;
        house.customers.add(CALLER, new Customer(account.customer(), name, "", "en")).orThrow();
        house.customers
                .add(CALLER, new ServicePoint(account.servicePoint(), name, place, place, ZONE))
                .orThrow();
        house.metering.register(CALLER, device(account.meter())).orThrow();
        house.accounts.open(CALLER, account).orThrow();
        var credit =
                new Accounts.Credit(
                        new EntryId(name + "-e" + number), Money.of("GBP", "9999"), "cash", "");
        house.accounts.credit(CALLER, account.id(), credit).orThrow();
    }

    private static Meter device(MeterId id) {
        return new Meter(
                id,
                "none",
                id.value(),
                Commodity.ELECTRICITY,
                8,
                BigDecimal.valueOf(100),
                List.of(),
                Map.of(),
                START,
                Optional.empty());
    }

    private MeterId meter(int number) {
        return new MeterId(name + "-m" + number);
    }

    /** The next reading of every meter; a batch then asks for some of them. */
    void nextReading() {
        sent++;
        house.clock.reach(START.plus(STEP.multipliedBy(sent)));
    }

    Row reading(int number) {
        Instant at = START.plus(STEP.multipliedBy(sent));
        BigDecimal value = USE.multiply(BigDecimal.valueOf(sent));
        return new Row.Register(meter(number), Meter.IMPORT, at, value, "kWh", "benchmark");
    }

    void nextDay() {
        sent++;
        house.clock.reach(START.plus(Duration.ofDays(sent)));
    }

    Row day(int number) {
        Instant from = START.plus(Duration.ofDays(sent - 1));
        List<BigDecimal> values = Collections.nCopies(DAY, USE);
        return new Row.Profile(
                meter(number), Meter.IMPORT, from, HALF_HOUR, values, "kWh", "benchmark");
    }

    /** Every row must be charged; a fast refusal would be no speed. */
    void send(List<Row> rows) {
        for (Verdict verdict : house.intake.accept(CALLER, rows).orThrow()) {
            if (verdict.state() != Verdict.State.ACCEPTED) {
                throw new IllegalStateException(verdict.toString());
            }
        }
    }

    Money balance(int number) {
        AccountId id = new AccountId(name + "-a" + number);
        return house.accounts.find(CALLER, id).orElseThrow().balance();
    }
}
