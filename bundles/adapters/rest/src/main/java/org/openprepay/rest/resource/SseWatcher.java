package org.openprepay.rest.resource;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.sse.OutboundSseEvent;
import javax.ws.rs.sse.Sse;
import javax.ws.rs.sse.SseEventSink;
import org.openprepay.api.Outbox;
import org.openprepay.rest.live.EventStream;

/** A client of the event stream; it is let go when more than a bound of events wait for it. */
final class SseWatcher implements EventStream.Watcher {
    private static final int MAX_WAITING = 1_000;
    private final SseEventSink sink;
    private final Sse sse;
    private final BooleanSupplier signedIn;
    private final AtomicInteger waiting = new AtomicInteger();

    SseWatcher(SseEventSink sink, Sse sse, BooleanSupplier signedIn) {
        this.sink = sink;
        this.sse = sse;
        this.signedIn = signedIn;
    }

    @Override
    public boolean event(Outbox.Row row) {
        return send(
                sse.newEventBuilder()
                        .id(Long.toString(row.number()))
                        .name(row.topic().substring(Outbox.LIVE.length()))
                        .mediaType(MediaType.TEXT_PLAIN_TYPE)
                        .data(String.class, row.payload())
                        .build());
    }

    @Override
    public boolean heartbeat() {
        return signedIn.getAsBoolean() && send(sse.newEventBuilder().comment("alive").build());
    }

    @Override
    public void close() {
        sink.close();
    }

    private boolean send(OutboundSseEvent event) {
        if (sink.isClosed() || waiting.incrementAndGet() > MAX_WAITING) {
            return false;
        }
        sink.send(event)
                .whenComplete(
                        (sent, failure) -> {
                            waiting.decrementAndGet();
                            if (failure != null) {
                                sink.close();
                            }
                        });
        return true;
    }
}
