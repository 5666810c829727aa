package org.openprepay.link.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.openprepay.spi.link.Link;
import org.openprepay.spi.meter.Frame;

/** A listener whose every frame waits until the test commits or refuses to keep it. */
final class Commits implements Link.Listener {
    /** A frame and its answer to come. */
    record Open(Frame frame, CompletableFuture<Boolean> answer) {
        void commit() {
            answer.complete(true);
        }

        void notNow() {
            answer.complete(false);
        }
    }

    private final BlockingQueue<Open> heard = new LinkedBlockingQueue<>();

    @Override
    public CompletionStage<Boolean> heard(Frame frame) {
        var open = new Open(frame, new CompletableFuture<>());
        heard.add(open);
        return open.answer();
    }

    Open next() throws InterruptedException {
        Open open = heard.poll(20, TimeUnit.SECONDS);
        assertNotNull(open, "nothing was heard within the deadline");
        return open;
    }

    Open expect(String text) throws InterruptedException {
        Open open = next();
        assertEquals(text, open.frame().text());
        return open;
    }

    boolean heardAnything() {
        return !heard.isEmpty();
    }

    void nothingMore() {
        assertNull(heard.poll());
    }
}
