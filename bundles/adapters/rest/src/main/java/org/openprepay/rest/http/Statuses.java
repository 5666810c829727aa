package org.openprepay.rest.http;

import java.util.Map;
import java.util.Set;

/** Which HTTP status each of the domain's refusals has. */
final class Statuses {
    private static final Set<String> CONFLICTS =
            Set.of(
                    "IDEMPOTENCY_CONFLICT",
                    "DUPLICATE",
                    "OVERLAP",
                    "NOT_OPEN",
                    "ENDED",
                    "ALREADY_REVERSED",
                    "ALREADY_USED");
    private static final Map<Integer, String> TITLES =
            Map.ofEntries(
                    Map.entry(400, "The request cannot be read"),
                    Map.entry(401, "Who are you?"),
                    Map.entry(403, "You may not"),
                    Map.entry(404, "Not found"),
                    Map.entry(405, "Not possible here"),
                    Map.entry(406, "Cannot answer in that form"),
                    Map.entry(409, "Conflict"),
                    Map.entry(412, "Stale"),
                    Map.entry(413, "Too large"),
                    Map.entry(415, "Cannot read that form"),
                    Map.entry(422, "Refused"),
                    Map.entry(429, "Too many"),
                    Map.entry(500, "Our fault"),
                    Map.entry(503, "Try again"));

    private Statuses() {}

    static int of(String code, boolean named) {
        if (CONFLICTS.contains(code)) {
            return 409;
        }
        return switch (code) {
            case "SIGN_IN_FAILED" -> 401;
            case "SIGN_IN_PAUSED" -> 429;
            case "STALE" -> 412;
            default -> named && code.startsWith("UNKNOWN_") ? 404 : 422;
        };
    }

    static String title(int status) {
        return TITLES.getOrDefault(status, "Refused");
    }
}
