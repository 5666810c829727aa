package org.openprepay.host.carry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.openprepay.api.MeterId;
import org.openprepay.api.UtilityClock;
import org.openprepay.host.carry.Switchboard.Speaker;
import org.openprepay.metering.Meter;
import org.openprepay.metering.Metering;
import org.openprepay.prepayment.Alerts;
import org.openprepay.spi.link.Link;
import org.openprepay.spi.meter.Frame;
import org.openprepay.spi.meter.Step;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears frames: finds the meter, lets its dialogue translate, and delivers what it reports. */
@Component(service = Hearing.class)
public final class Hearing {
    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);

    /** How long a registration is believed without looking again (wall time). */
    private static final Duration BELIEVED = Duration.ofSeconds(30);

    private static final int MAX_KNOWN = 200_000;

    private final Metering metering;
    private final Reports reports;
    private final Alerts alerts;
    private final UtilityClock clock;
    private final InstantSource wall;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    @Activate
    public Hearing(
            @Reference Metering metering,
            @Reference Reports reports,
            @Reference Alerts alerts,
            @Reference UtilityClock clock,
            @Reference(target = "(clock=wall)") InstantSource wall) {
        this.metering = metering;
        this.reports = reports;
        this.alerts = alerts;
        this.clock = clock;
        this.wall = wall;
    }

    CompletionStage<Boolean> heard(Switchboard board, Link link, Frame frame) {
        try {
            Optional<Speaker> speaker = board.speaker(link, frame);
            if (speaker.isEmpty()) {
                return CompletableFuture.completedFuture(true);
            }
            Optional<Conversation> conversation = board.with(speaker.get());
            return conversation.isPresent()
                    ? translate(conversation.get(), frame)
                    : stranger(speaker.get(), frame);
        } catch (org.openprepay.api.Transactions.StoreUnavailable e) {
            return CompletableFuture.completedFuture(false);
        } catch (RuntimeException e) {
            LOG.warn("frame dropped channel={}", frame.channel(), e);
            return CompletableFuture.completedFuture(true);
        }
    }

    /** The meter registered under what was heard. */
    Optional<MeterId> known(Speaker speaker) {
        String driver = speaker.driver().passport().id();
        String key = driver + "\n" + speaker.address().value();
        Instant now = wall.instant();
        Known before = known.get(key);
        if (before != null && now.isBefore(before.until())) {
            return Optional.of(before.meter());
        }
        Optional<MeterId> found = metering.at(driver, speaker.address().value()).map(Meter::id);
        if (known.size() > MAX_KNOWN) {
            known.clear();
        }
        found.ifPresent(id -> known.put(key, new Known(id, now.plus(BELIEVED))));
        return found;
    }

    private CompletionStage<Boolean> translate(Conversation conversation, Frame frame) {
        Step step;
        synchronized (conversation) {
            step =
                    conversation.waiting().isPresent()
                            ? conversation.dialogue().answered(frame, clock.instant())
                            : conversation.dialogue().heard(frame, clock.instant());
        }
        if (step instanceof Step.Got got) {
            return reports.deliver(conversation, got.report());
        }
        if (step instanceof Step.Done done) {
            return reports.deliver(conversation, done.report());
        }
        if (step instanceof Step.Send send) {
            reports.send(conversation, send);
        } else if (step instanceof Step.Refused refused) {
            garbled(conversation, refused);
        }
        return CompletableFuture.completedFuture(true);
    }

    private void garbled(Conversation conversation, Step.Refused refused) {
        String meter = conversation.meter().id().value();
        LOG.warn("frame refused meter={} why={} detail={}", meter, refused.why(), refused.detail());
        alerts.raise("warning", "FRAME_REFUSED", meter, refused.why() + ": " + refused.detail());
    }

    private CompletionStage<Boolean> stranger(Speaker speaker, Frame frame) {
        String address = speaker.address().value();
        LOG.warn("unknown meter driver={} address={}", speaker.driver().passport().id(), address);
        alerts.raise(
                "warning",
                "UNKNOWN_METER",
                address,
                "a meter that is not registered speaks on "
                        + frame.channel()
                        + "; register it or switch it off");
        return CompletableFuture.completedFuture(true);
    }

    private record Known(MeterId meter, Instant until) {}
}
