package org.openprepay.spi.meter;

import java.nio.charset.StandardCharsets;

/**
 * Bytes on a wire with where they came from or go to.
 *
 * @param channel the topic of MQTT, the peer of a socket, or empty on a serial line
 * @param bytes never longer than {@value #MAX_BYTES}
 */
public record Frame(String channel, byte[] bytes) {
    /** Longer payloads are refused at the link. */
    public static final int MAX_BYTES = 256 * 1024;

    public Frame {
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "a frame has at most " + MAX_BYTES + " bytes, not " + bytes.length);
        }
        bytes = bytes.clone();
    }

    public static Frame text(String channel, String text) {
        return new Frame(channel, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
