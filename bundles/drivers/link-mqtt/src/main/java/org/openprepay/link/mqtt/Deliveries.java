package org.openprepay.link.mqtt;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.openprepay.spi.link.Link;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands arrivals to the listener, one at a time on each channel, and offers again what could not be
 * kept. Holds at most {@value #MOST} frames; then the wire has to wait.
 */
final class Deliveries {
    static final int MOST = 8_192;

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final long ROOM_CHECK_MILLIS = 200;
    private static final BackOff OFFER_AGAIN =
            new BackOff(Duration.ofMillis(100), Duration.ofSeconds(10));

    private final Map<String, Deque<Arrival>> lanes = new HashMap<>();
    private final Semaphore room = new Semaphore(MOST);
    private final ScheduledExecutorService timer;
    private final IntPredicate current;
    private final Consumer<Arrival> acknowledge;
    private volatile Link.Listener listener;

    /**
     * @param current whether a connection is still the present one; the broker delivers again what
     *     came over an earlier one
     */
    Deliveries(
            ScheduledExecutorService timer,
            IntPredicate current,
            Consumer<Arrival> acknowledge,
            Link.Listener listener) {
        this.timer = timer;
        this.current = current;
        this.acknowledge = acknowledge;
        this.listener = listener;
    }

    void listener(Link.Listener next) {
        listener = next;
    }

    /** Takes an arrival, waiting for room while the wire is there; else leaves it to the broker. */
    void arrived(Arrival arrival, BooleanSupplier connected) throws InterruptedException {
        while (!room.tryAcquire(ROOM_CHECK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (!connected.getAsBoolean()) {
                return;
            }
        }
        boolean first;
        synchronized (lanes) {
            Deque<Arrival> lane = lanes.computeIfAbsent(channel(arrival), c -> new ArrayDeque<>());
            lane.add(arrival);
            first = lane.size() == 1;
        }
        if (first) {
            offer(arrival, 0);
        }
    }

    private void offer(Arrival arrival, int failures) {
        answer(arrival)
                .whenComplete(
                        (kept, failure) ->
                                settle(arrival, failure == null && kept, failures, failure));
    }

    private CompletionStage<Boolean> answer(Arrival arrival) {
        try {
            return listener.heard(arrival.frame());
        } catch (RuntimeException broken) {
            return CompletableFuture.failedStage(broken);
        }
    }

    private void settle(Arrival arrival, boolean kept, int failures, @Nullable Throwable failure) {
        if (kept) {
            acknowledge.accept(arrival);
        } else if (current.test(arrival.connection())) {
            LOG.debug("not kept, will be offered again channel={}", channel(arrival), failure);
            later(() -> offer(arrival, failures + 1), OFFER_AGAIN.after(failures));
            return;
        }
        next(arrival);
    }

    private void next(Arrival done) {
        Arrival following;
        synchronized (lanes) {
            following = advance(channel(done));
        }
        if (following != null) {
            later(() -> offer(following, 0), Duration.ZERO);
        }
    }

    /** Takes the head off a lane, and behind it everything that the broker will deliver again. */
    private @Nullable Arrival advance(String channel) {
        Deque<Arrival> lane = lanes.getOrDefault(channel, new ArrayDeque<>());
        do {
            lane.poll();
            room.release();
        } while (!lane.isEmpty() && !current.test(lane.element().connection()));
        if (lane.isEmpty()) {
            lanes.remove(channel);
        }
        return lane.peek();
    }

    private void later(Runnable work, Duration wait) {
        try {
            timer.schedule(work, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("closed; the broker keeps what was not acknowledged", closed);
        }
    }

    private static String channel(Arrival arrival) {
        return arrival.frame().channel();
    }
}
