package org.openprepay.access.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes a name wait after too many wrong passwords, whether the name exists or not. */
final class Throttle {
    static final int MAX_NAMES = 10_000;
    private static final int MAX_KEY = 64;

    private final InstantSource wall;
    private final Settings settings;
    private final Map<String, Failures> failures =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                    return size() > MAX_NAMES;
                }
            };

    Throttle(InstantSource wall, Settings settings) {
        this.wall = wall;
        this.settings = settings;
    }

    /** Until when this name has to wait. */
    synchronized Optional<Instant> pausedUntil(String name) {
        return Optional.ofNullable(failures.get(key(name)))
                .filter(f -> f.count() >= settings.maxFailures())
                .map(f -> f.last().plus(settings.pause()))
                .filter(until -> wall.instant().isBefore(until));
    }

    synchronized void failed(String name) {
        Instant now = wall.instant();
        failures.merge(
                key(name),
                new Failures(1, now),
                (old, one) -> {
                    boolean over = !now.isBefore(old.last().plus(settings.pause()));
                    return over ? one : new Failures(old.count() + 1, now);
                });
    }

    synchronized void succeeded(String name) {
        failures.remove(key(name));
    }

    private static String key(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        return key.length() <= MAX_KEY ? key : key.substring(0, MAX_KEY);
    }

    private record Failures(int count, Instant last) {}
}
