package org.openprepay.meter.mqtt.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.spi.meter.Frame;
import org.openprepay.spi.meter.Report;
import org.openprepay.spi.meter.Step;

/**
 * Damaged frames are refused or mean what the sound frame meant; never an exception. A changed
 * digit, or a well-formed piece taken out of the middle, is beyond any reader of this profile (the
 * checksums of TCP and TLS guard those), so damage hits the structure, the head or the tail.
 */
class DamagedFramesTest {
    private record Seed(String channel, String payload) {}

    private static final List<Seed> SEEDS =
            List.of(
                    new Seed(
                            "openprepay/M1/up/readings",
                            "{\"seq\":17,\"at\":\"2026-01-01T00:30:00Z\","
                                    + "\"registers\":{\"1.8.0\":\"123.456\",\"1.8.1\":\"7\"},\"unit\":\"kWh\"}"),
                    new Seed(
                            "openprepay/M1/up/profile",
                            "{\"seq\":18,\"register\":\"1.8.0\",\"start\":\"2026-01-01T00:00:00Z\","
                                    + "\"interval\":30,\"values\":[\"0.1\",\"0.25\",\"3\"],\"unit\":\"kWh\"}"),
                    new Seed(
                            "openprepay/M1/up/event",
                            "{\"seq\":19,\"code\":\"cover-open\",\"at\":\"2026-01-01T00:31:02Z\"}"),
                    new Seed(
                            "openprepay/M1/up/state",
                            "{\"seq\":20,\"supply\":\"off\",\"intent\":5,\"at\":\"2026-01-01T00:31:02Z\"}"),
                    new Seed(
                            "openprepay/M1/up/clock",
                            "{\"seq\":21,\"at\":\"2026-01-01T00:31:02Z\"}"));

    private static final byte[] FOREIGN = {'{', '}', '[', ']', ':', ',', '"', ' ', '\\', 1, -1};
    private static final long RANDOM_SEED = 20260101;
    private static final int FRAMES = 20_000;

    private final Random random = new Random(RANDOM_SEED);
    private int refused;

    @Test
    @Tag("HES-28")
    void thousandsOfDamagedFramesAreRefusedOrMeanTheSame() {
        for (int i = 0; i < FRAMES; i++) {
            Seed seed = SEEDS.get(i % SEEDS.size());
            byte[] damaged = damage(seed.payload().getBytes(StandardCharsets.UTF_8), i);
            check(seed, damaged, i);
        }
        assertTrue(refused > FRAMES / 2, "only " + refused + " refused");
    }

    private void check(Seed seed, byte[] damaged, int i) {
        Report sound = Talk.got(Talk.openprepay().up(kind(seed), seed.payload()));
        Step step = Talk.openprepay().hear(new Frame(seed.channel(), damaged));
        if (step instanceof Step.Got got) {
            String frame = new String(damaged, StandardCharsets.UTF_8);
            assertEquals(sound, got.report(), "frame " + i + " was believed: " + frame);
        } else {
            assertEquals(Step.Why.GARBLED, Talk.refused(step));
            refused++;
        }
    }

    private static String kind(Seed seed) {
        return seed.channel().substring(seed.channel().lastIndexOf('/') + 1);
    }

    private byte[] damage(byte[] sound, int i) {
        int at = structure(sound);
        return switch (i % 7) {
            case 0 -> Arrays.copyOf(sound, random.nextInt(sound.length));
            case 1 -> flip(sound, at);
            case 2 -> join(Arrays.copyOf(sound, at), tail(sound, at + 1));
            case 3 -> join(join(Arrays.copyOf(sound, at), noise()), tail(sound, at));
            case 4 -> join(sound, sound);
            case 5 -> tail(sound, 1 + random.nextInt(sound.length - 1));
            default -> noise();
        };
    }

    /** A place outside of the texts and numbers that carry values. */
    private int structure(byte[] sound) {
        int at = random.nextInt(sound.length);
        while ("{}[]:,\"".indexOf(sound[at]) < 0) {
            at = (at + 1) % sound.length;
        }
        return at;
    }

    private byte[] flip(byte[] sound, int at) {
        byte[] flipped = sound.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    private byte[] noise() {
        byte[] noise = new byte[1 + random.nextInt(40)];
        random.nextBytes(noise);
        noise[0] = FOREIGN[random.nextInt(FOREIGN.length)];
        return noise;
    }

    private static byte[] tail(byte[] all, int from) {
        return Arrays.copyOfRange(all, Math.min(from, all.length), all.length);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
