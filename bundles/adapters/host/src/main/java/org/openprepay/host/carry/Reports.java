package org.openprepay.host.carry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.openprepay.api.MeterId;
import org.openprepay.api.UtilityClock;
import org.openprepay.host.work.Lanes;
import org.openprepay.metering.Metering;
import org.openprepay.metering.Row;
import org.openprepay.prepayment.Alerts;
import org.openprepay.prepayment.Supply;
import org.openprepay.prepayment.SupplyDesk;
import org.openprepay.spi.link.Link;
import org.openprepay.spi.meter.Report;
import org.openprepay.spi.meter.Step;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what a meter reported to the domain, and only then acknowledges it to the meter. */
@Component(service = Reports.class)
public final class Reports {
    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

    /** A meter whose clock is further off raises an alert. */
    private static final Duration MAX_DRIFT = Duration.ofMinutes(5);

    private final Lanes lanes;
    private final SupplyDesk desk;
    private final Metering metering;
    private final Alerts alerts;
    private final OrderEnds ends;
    private final UtilityClock clock;
    private final InstantSource wall;

    @Activate
    public Reports(
            @Reference Lanes lanes,
            @Reference SupplyDesk desk,
            @Reference Metering metering,
            @Reference Alerts alerts,
            @Reference OrderEnds ends,
            @Reference UtilityClock clock,
            @Reference(target = "(clock=wall)") InstantSource wall) {
        this.lanes = lanes;
        this.desk = desk;
        this.metering = metering;
        this.alerts = alerts;
        this.ends = ends;
        this.clock = clock;
        this.wall = wall;
    }

    /** Completes with true when all of the report is kept. */
    CompletionStage<Boolean> deliver(Conversation conversation, Report report) {
        List<Row> rows = rows(conversation, report);
        if (rows.isEmpty()) {
            return CompletableFuture.completedFuture(finish(conversation, report));
        }
        return lanes.deliver(conversation.meter().id(), rows)
                .thenApply(
                        verdicts -> verdicts.size() == rows.size() && finish(conversation, report));
    }

    /** Remembers first, then lets the bytes leave; answers whether they left. */
    boolean send(Conversation conversation, Step.Send send) {
        if (!send.remember().isEmpty()) {
            metering.remember(conversation.meter().id(), send.remember());
        }
        try {
            for (var frame : send.frames()) {
                conversation.link().send(frame);
            }
            return true;
        } catch (Link.Unreachable e) {
            LOG.info("not reachable meter={} why={}", conversation.meter().id(), e.getMessage());
            return false;
        }
    }

    private boolean finish(Conversation conversation, Report report) {
        MeterId meter = conversation.meter().id();
        try {
            report.supply()
                    .ifPresent(
                            found ->
                                    desk.found(
                                            meter,
                                            Supply.State.valueOf(found.name()),
                                            report.intent(),
                                            wall.instant()));
            report.events()
                    .forEach(
                            event ->
                                    alerts.raise(
                                            "warning",
                                            "METER_" + code(event.code()),
                                            meter.value(),
                                            event.detail() + " at " + event.at()));
            report.clock().ifPresent(told -> drift(meter, told));
            ends.answered(conversation, report);
        } catch (org.openprepay.api.Transactions.StoreUnavailable e) {
            return false;
        }
        acknowledge(conversation, report);
        return true;
    }

    private void acknowledge(Conversation conversation, Report report) {
        Step step;
        synchronized (conversation) {
            step = conversation.dialogue().committed(report, clock.instant());
        }
        if (step instanceof Step.Send send) {
            send(conversation, send);
        }
    }

    private void drift(MeterId meter, Instant told) {
        Duration drift = Duration.between(clock.instant(), told).abs();
        Duration allowed = MAX_DRIFT.multipliedBy(Math.max(1, Math.round(clock.pace() / 60)));
        if (drift.compareTo(allowed) > 0) {
            alerts.raise(
                    "warning",
                    "CLOCK_DRIFT",
                    meter.value(),
                    "the meter's clock is off by " + drift);
        } else {
            alerts.clear("CLOCK_DRIFT", meter.value());
        }
    }

    private static String code(String event) {
        return event.toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static List<Row> rows(Conversation conversation, Report report) {
        MeterId meter = conversation.meter().id();
        String source = "driver:" + conversation.driver().passport().id();
        var rows = new ArrayList<Row>();
        report.registers()
                .forEach(
                        it ->
                                rows.add(
                                        new Row.Register(
                                                meter,
                                                it.name(),
                                                it.at(),
                                                it.value(),
                                                it.unit(),
                                                source)));
        report.profiles()
                .forEach(
                        it ->
                                rows.add(
                                        new Row.Profile(
                                                meter,
                                                it.name(),
                                                it.start(),
                                                it.interval(),
                                                it.values(),
                                                it.unit(),
                                                source)));
        return rows;
    }
}
