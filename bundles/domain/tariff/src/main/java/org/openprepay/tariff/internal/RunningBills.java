package org.openprepay.tariff.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.openprepay.api.Money;
import org.openprepay.api.Outcome;
import org.openprepay.api.Period;
import org.openprepay.api.Quantity;
import org.openprepay.api.UsageInterval;
import org.openprepay.rulebook.PackVersion;
import org.openprepay.rulebook.Rulebook;
import org.openprepay.tariff.BillState;
import org.openprepay.tariff.Priced;
import org.openprepay.tariff.Tariffs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Prices usage by the packs of the rulebook. */
@Component
public final class RunningBills implements Tariffs {
    private static final int MAX_PARSED = 256;

    private final Rulebook rulebook;
    private final RunningBill bills;
    private final Map<String, TariffPack> parsed = new ConcurrentHashMap<>();

    @Activate
    public RunningBills(@Reference Rulebook rulebook) {
        this.rulebook = rulebook;
        bills = new RunningBill(new Published());
    }

    @Override
    public Period period(String tariff, ZoneId zone, Instant at) {
        return month(zone, at);
    }

    static Period month(ZoneId zone, Instant at) {
        ZonedDateTime first = at.atZone(zone).withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS);
        return new Period(
                first.toLocalDate().atStartOfDay(zone).toInstant(),
                first.toLocalDate().plusMonths(1).atStartOfDay(zone).toInstant());
    }

    @Override
    public Outcome<BillState> open(String tariff, ZoneId zone, Instant from) {
        return inForce(tariff, from).map(version -> opened(version, zone, from));
    }

    static BillState opened(PackVersion version, ZoneId zone, Instant from) {
        return new BillState(
                version.pack(),
                month(zone, from),
                zone.getId(),
                from,
                List.of(RunningBill.started(version, from)),
                from,
                0);
    }

    @Override
    public Priced fold(BillState before, List<UsageInterval> next) {
        return bills.fold(before, next);
    }

    @Override
    public Priced refold(BillState before, List<UsageInterval> all) {
        return bills.refold(before, all);
    }

    @Override
    public Priced accrue(BillState before, Instant at) {
        return bills.accrue(before, at);
    }

    @Override
    public Outcome<Quote> quote(BillState before, Money money) {
        String digest = before.segments().get(before.segments().size() - 1).digest();
        TariffPack pack = pack(digest);
        if (!pack.currency().equals(money.currency())) {
            return Outcome.refused(
                    "WRONG_CURRENCY",
                    "amount",
                    "tariff "
                            + before.tariff()
                            + " is in "
                            + pack.currency()
                            + ", not "
                            + money.currency());
        }
        return new Purchasing(bills, before, money.amount()).quote(pack);
    }

    @Override
    public Priced purchase(BillState before, Quantity units, Instant at) {
        return bills.purchase(before, units.value(), at);
    }

    @Override
    public Outcome<String> currency(String tariff, Instant at) {
        return inForce(tariff, at).map(version -> pack(version.digest()).currency());
    }

    private Outcome<PackVersion> inForce(String tariff, Instant at) {
        Optional<PackVersion> version =
                rulebook.inForce(tariff, at).filter(each -> each.kind().equals("tariff"));
        return version.map(Outcome::accepted)
                .orElseGet(
                        () ->
                                Outcome.refused(
                                        "UNKNOWN_TARIFF",
                                        "tariff",
                                        "no version of tariff "
                                                + tariff
                                                + " is in force at "
                                                + at
                                                + "; publish one or choose another"));
    }

    private TariffPack pack(String digest) {
        if (parsed.size() >= MAX_PARSED && !parsed.containsKey(digest)) {
            parsed.clear();
        }
        return parsed.computeIfAbsent(digest, each -> PackReader.published(rulebook.files(each)));
    }

    private final class Published implements Versions {
        @Override
        public List<PackVersion> inForce(String tariff, Instant from, Instant to) {
            return rulebook.inForce(tariff, from, to);
        }

        @Override
        public Rates rates(String digest) {
            return new Rates(pack(digest), rulebook.rules(digest));
        }
    }
}
