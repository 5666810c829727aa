package org.openprepay.rest.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns texts of a call into values, naming the field when that fails. */
public final class Input {
    private static final int MAX_KEY = 80;

    private Input() {}

    /** The value made of a field's content, or a 400 that names the field. */
    public static <S, T> T of(String field, S content, Function<S, T> make) {
        try {
            return make.apply(content);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Problem.badInput(field, String.valueOf(e.getMessage()));
        }
    }

    /** A time in the query, or what counts without one. */
    public static Instant time(String field, @Nullable String text, Instant otherwise) {
        return text == null
                ? otherwise
                : of(field, text, given -> OffsetDateTime.parse(given).toInstant());
    }

    /** The id that a caller's key makes; the same key names the same effect for ever. */
    public static String key(@Nullable String key) {
        if (key == null || key.length() > MAX_KEY || !key.matches("[A-Za-z0-9_.:~-]{8,}")) {
            throw Problem.badInput(
                    "Idempotency-Key",
                    "Send a header Idempotency-Key with a fresh UUID; repeat it to repeat a call.");
        }
        return "rest:" + key;
    }
}
