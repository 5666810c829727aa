package org.openprepay.prepayment.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openprepay.api.AccountId;
import org.openprepay.api.Period;
import org.openprepay.api.Quantity;
import org.openprepay.api.UsageInterval;
import org.openprepay.customers.MeterLink;
import org.openprepay.metering.Metering;
import org.openprepay.prepayment.Account;
import org.openprepay.prepayment.PrepaymentStore;
import org.openprepay.prepayment.PrepaymentStore.Checkpoint;
import org.openprepay.tariff.BillCodec;
import org.openprepay.tariff.BillState;
import org.openprepay.tariff.Priced;
import org.openprepay.tariff.Tariffs;

/** What running bills need of their neighbours. */
final class Billing {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final PrepaymentStore store;
    private final Tariffs tariffs;
    private final BillCodec codec;
    private final Metering metering;

    Billing(PrepaymentStore store, Tariffs tariffs, BillCodec codec, Metering metering) {
        this.store = store;
        this.tariffs = tariffs;
        this.codec = codec;
        this.metering = metering;
    }

    Bills of(Account account, Map<AccountId, Checkpoint> newest) {
        return new Bills(account, this, Optional.ofNullable(newest.get(account.id())));
    }

    List<Checkpoint> stored(Account account, Instant from, Instant to) {
        return store.checkpoints(account.id(), from, to);
    }

    BillState read(Checkpoint checkpoint) {
        return codec.read(checkpoint.state());
    }

    String write(BillState state) {
        return codec.write(state);
    }

    BillState open(Account account, Instant at) {
        Instant start = tariffs.period(account.tariff(), account.zone(), at).start();
        Instant from = start.isBefore(account.opened()) ? account.opened() : start;
        return tariffs.open(account.tariff(), account.zone(), from).orThrow();
    }

    Priced fold(BillState before, List<UsageInterval> usage) {
        return tariffs.fold(before, usage);
    }

    Priced refold(BillState before, List<UsageInterval> all) {
        return tariffs.refold(before, all);
    }

    Priced accrue(BillState before, Instant at) {
        return tariffs.accrue(before, at);
    }

    Priced purchase(BillState before, Quantity units, Instant at) {
        return tariffs.purchase(before, units, at);
    }

    /** All usage of the account in a bill's period, by whichever meter served it then. */
    List<UsageInterval> usage(List<MeterLink> links, BillState state) {
        Instant from = state.from();
        Instant to = state.period().end();
        return links.stream()
                .filter(link -> link.from().isBefore(to))
                .flatMap(link -> usage(link, from, to).stream())
                .sorted(Comparator.comparing(UsageInterval::start))
                .toList();
    }

    private List<UsageInterval> usage(MeterLink link, Instant from, Instant to) {
        Instant start = link.from().isAfter(from) ? link.from() : from;
        Instant end = link.to().filter(to::isAfter).orElse(to);
        if (!start.isBefore(end)) {
            return List.of();
        }
        Period mine = new Period(start, end);
        return metering.usage(link.meter(), start, end).stream()
                .filter(interval -> mine.contains(interval.start()))
                .toList();
    }

    String text(Account account, List<UsageInterval> usage) {
        BigDecimal sum =
                usage.stream().map(UsageInterval::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return "Usage "
                + sum.toPlainString()
                + " from "
                + local(account, usage.get(0).start())
                + " to "
                + local(account, usage.get(usage.size() - 1).end());
    }

    String local(Account account, Instant at) {
        return LOCAL.format(at.atZone(account.zone()));
    }
}
