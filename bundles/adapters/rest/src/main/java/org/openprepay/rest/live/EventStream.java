package org.openprepay.rest.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openprepay.api.Outbox;

/**
 * Hands live events to all who watch. Watchers that have seen the same number share one look into
 * the stream; one that can't keep up, or whose session ended, is let go.
 */
public final class EventStream {
    public static final int MAX_WATCHERS = 200;
    private static final int TICKS_BETWEEN_HEARTBEATS = 75;
    private final Tail tail;
    private final List<Seat> seats = new CopyOnWriteArrayList<>();
    private int ticks;

    public EventStream(Tail tail) {
        this.tail = tail;
    }

    /** Somebody who watches. Neither call may wait for the other end. */
    public interface Watcher extends AutoCloseable {
        /** Queues an event; false when it can take no more. */
        boolean event(Outbox.Row row);

        /** Shows that the line lives; false when it should end. */
        boolean heartbeat();

        @Override
        void close();
    }

    /**
     * Lets somebody watch from the event after this number on, or from now; the first heartbeat
     * tells that nothing will be missed from here.
     *
     * @return false when there are too many
     */
    public synchronized boolean join(Watcher watcher, OptionalLong after) {
        if (seats.size() >= MAX_WATCHERS) {
            return false;
        }
        seats.add(new Seat(watcher, after.orElseGet(tail::lastNumber)));
        return watcher.heartbeat();
    }

    /** Delivers what is new; called again and again by the host. */
    public void tick() {
        Map<Long, List<Seat>> bySeen = new HashMap<>();
        seats.forEach(
                seat -> bySeen.computeIfAbsent(seat.seen, seen -> new ArrayList<>()).add(seat));
        bySeen.forEach(this::deliver);
        if (++ticks % TICKS_BETWEEN_HEARTBEATS == 0) {
            seats.stream().filter(seat -> !seat.watcher.heartbeat()).forEach(this::leave);
        }
    }

    /** Lets everybody go. */
    public void close() {
        seats.forEach(this::leave);
    }

    public int watchers() {
        return seats.size();
    }

    private void deliver(long seen, List<Seat> together) {
        List<Outbox.Row> rows = tail.after(seen);
        if (rows.isEmpty()) {
            return;
        }
        long last = rows.get(rows.size() - 1).number();
        for (Seat seat : together) {
            seat.seen = last;
            if (!rows.stream().filter(Tail::live).allMatch(seat.watcher::event)) {
                leave(seat);
            }
        }
    }

    private void leave(Seat seat) {
        seats.remove(seat);
        seat.watcher.close();
    }

    private static final class Seat {
        private final Watcher watcher;
        private volatile long seen;

        Seat(Watcher watcher, long seen) {
            this.watcher = watcher;
            this.seen = seen;
        }
    }
}
