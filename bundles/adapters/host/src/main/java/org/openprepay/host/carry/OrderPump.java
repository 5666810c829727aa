package org.openprepay.host.carry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.openprepay.api.Schedule;
import org.openprepay.api.UtilityClock;
import org.openprepay.metering.MeterOrder;
import org.openprepay.metering.Orders;
import org.openprepay.spi.meter.Order;
import org.openprepay.spi.meter.Step;
import org.openprepay.spi.meter.Supply;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due and asks again until the meter's own report ends the order or its time is over.
 * Sending is committed before the bytes leave; nothing is done because it was sent.
 */
@Component(service = OrderPump.class, immediate = true)
public final class OrderPump {
    private static final Logger LOG = LoggerFactory.getLogger(OrderPump.class);
    private static final Duration EVERY = Duration.ofMillis(200);
    private static final int MAX_DUE = 500;

    /** First wait before an order is asked again; doubles with each attempt. */
    static final Duration FIRST_WAIT = Duration.ofSeconds(2);

    static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Switchboard board;
    private final Reports reports;
    private final Orders orders;
    private final UtilityClock clock;
    private final InstantSource wall;
    private final Schedule.Running running;

    @Activate
    public OrderPump(
            @Reference Switchboard board,
            @Reference Reports reports,
            @Reference Orders orders,
            @Reference UtilityClock clock,
            @Reference(target = "(clock=wall)") InstantSource wall,
            @Reference Schedule schedule) {
        this.board = board;
        this.reports = reports;
        this.orders = orders;
        this.clock = clock;
        this.wall = wall;
        this.running = schedule.every("orders", EVERY, this::turn);
    }

    @Deactivate
    void stop() {
        running.close();
    }

    private void turn() {
        Instant now = wall.instant();
        for (MeterOrder order : orders.due(now, MAX_DUE)) {
            try {
                attend(order, now);
            } catch (RuntimeException e) {
                LOG.warn(
                        "order waits after a failure order={} meter={}",
                        order.id(),
                        order.meter(),
                        e);
                orders.unknown(order.id(), e.toString(), now.plus(wait(order)));
            }
        }
    }

    private void attend(MeterOrder order, Instant now) {
        if (!now.isBefore(order.expires())) {
            orders.expired(order.id(), now);
            board.with(order.meter()).ifPresent(conversation -> release(conversation, order));
            return;
        }
        Optional<Conversation> found = board.with(order.meter());
        if (found.isEmpty()) {
            orders.unknown(order.id(), "its driver or link is not here", now.plus(wait(order)));
            return;
        }
        Conversation conversation = found.get();
        synchronized (conversation) {
            Optional<Conversation.Waiting> waiting = conversation.waiting();
            boolean other = waiting.map(it -> !it.order().id().equals(order.id())).orElse(false);
            if (other
                    && waiting.map(it -> now.isBefore(it.until())).orElse(false)
                    && !order.kind().equals("supply")) {
                return;
            }
            send(conversation, order, now);
        }
    }

    private void send(Conversation conversation, MeterOrder order, Instant now) {
        Instant askAgain = now.plus(wait(order));
        if (!orders.sending(order.id(), now, askAgain).isAccepted()) {
            release(conversation, order);
            return;
        }
        Step step = conversation.dialogue().start(wanted(order, now), clock.instant());
        if (step instanceof Step.Send send) {
            conversation.waitFor(order, askAgain);
            if (!reports.send(conversation, send)) {
                conversation.free();
                orders.unknown(order.id(), "the link is down", askAgain);
            }
        } else if (step instanceof Step.Refused refused) {
            orders.refused(order.id(), refused.why() + ": " + refused.detail(), now);
        } else {
            orders.unknown(order.id(), "the driver had nothing to send: " + step, askAgain);
        }
    }

    private static void release(Conversation conversation, MeterOrder order) {
        conversation
                .waiting()
                .filter(waiting -> waiting.order().id().equals(order.id()))
                .ifPresent(waiting -> conversation.free());
    }

    private Order wanted(MeterOrder order, Instant now) {
        return switch (order.kind()) {
            case "supply" ->
                    new Order.SetSupply(
                            order.number(),
                            Supply.valueOf(order.argument()),
                            utility(order.expires(), now));
            case "read" -> new Order.ReadRegisters();
            case "read-supply" -> new Order.ReadSupply();
            case "clock" -> new Order.SetClock(clock.instant());
            default -> throw new IllegalArgumentException("unknown kind of order " + order.kind());
        };
    }

    /** A meter knows only utility time; in a real utility that is wall time. */
    private Instant utility(Instant expires, Instant now) {
        Duration left = Duration.between(now, expires);
        return clock.instant().plusMillis((long) (left.toMillis() * clock.pace()));
    }

    static Duration wait(MeterOrder order) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(order.attempts(), 16));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
