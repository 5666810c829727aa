package org.openprepay.soap;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openprepay.access.Access;
import org.openprepay.access.Access.Session;
import org.openprepay.api.Outcome;

/**
 * Signs callers in by HTTP Basic. A sign-in is remembered for a minute by the hash of its
 * credentials, and its session is asked each time, so that it ends when the session does.
 */
final class Visitors {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MAX_REMEMBERED = 500;
    private final Access access;
    private final InstantSource wall;
    private final Map<String, Visit> visits = new LinkedHashMap<>();

    private record Visit(String token, Instant until) {}

    Visitors(Access access, InstantSource wall) {
        this.access = access;
        this.wall = wall;
    }

    /** The open session behind an Authorization header. */
    Optional<Session> session(@Nullable String header) {
        if (header == null || !header.startsWith("Basic ")) {
            return Optional.empty();
        }
        String hash = hash(header);
        return remembered(hash).or(() -> signIn(hash, header));
    }

    private synchronized Optional<Session> remembered(String hash) {
        Instant now = wall.instant();
        visits.values().removeIf(visit -> !visit.until().isAfter(now));
        return Optional.ofNullable(visits.get(hash)).flatMap(v -> access.session(v.token()));
    }

    private Optional<Session> signIn(String hash, String header) {
        String[] credentials = decoded(header).split(":", 2);
        if (credentials.length < 2
                || !(access.signIn(credentials[0], credentials[1])
                        instanceof Outcome.Accepted<Session> accepted)) {
            return Optional.empty();
        }
        remember(hash, accepted.value().token());
        return Optional.of(accepted.value());
    }

    private synchronized void remember(String hash, String token) {
        if (visits.size() >= MAX_REMEMBERED) {
            visits.remove(visits.keySet().iterator().next());
        }
        visits.put(hash, new Visit(token, wall.instant().plus(REMEMBERED)));
    }

    private static String decoded(String header) {
        try {
            byte[] bytes = Base64.getDecoder().decode(header.substring("Basic ".length()).strip());
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String hash(String header) {
        try {
            byte[] bytes = header.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
