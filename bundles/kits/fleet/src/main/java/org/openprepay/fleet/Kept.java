package org.openprepay.fleet;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The messages that the server has not acknowledged, oldest first; full memory forgets the oldest.
 */
final class Kept {
    static final int MOST = 10_000;

    private static final int MOST_AT_ONCE = 200;
    private static final int TICKS_BETWEEN = 10;

    private final Map<Long, Message> messages = new LinkedHashMap<>();
    private int connection;

    private static final class Message {
        final String topic;
        final String payload;
        long sentAt;

        Message(String topic, String payload, long sentAt) {
            this.topic = topic;
            this.payload = payload;
            this.sentAt = sentAt;
        }
    }

    void keep(long sequence, String topic, String payload, long tick) {
        messages.put(sequence, new Message(topic, payload, tick));
        if (messages.size() > MOST) {
            messages.remove(messages.keySet().iterator().next());
        }
    }

    void acknowledged(long sequence) {
        messages.remove(sequence);
    }

    int size() {
        return messages.size();
    }

    /** Sends again what waited long enough, and everything after a new connection. */
    void sendAgain(Wire wire, long tick) {
        boolean fresh = wire.connections() != connection;
        connection = wire.connections();
        if (fresh) {
            messages.values().forEach(message -> message.sentAt = tick - TICKS_BETWEEN);
        }
        messages.values().stream()
                .filter(message -> tick - message.sentAt >= TICKS_BETWEEN)
                .limit(MOST_AT_ONCE)
                .forEach(
                        message -> {
                            message.sentAt = tick;
                            wire.publish(message.topic, message.payload);
                        });
    }
}
