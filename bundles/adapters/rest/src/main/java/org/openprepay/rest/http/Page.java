package org.openprepay.rest.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.openprepay.api.Slice;

/** Which part of a list is asked for. */
public final class Page {
    @QueryParam("limit")
    @DefaultValue("50")
    private String limit = "50";

    @QueryParam("after")
    private @Nullable String after;

    /** The limit; refused outside 1 to {@link Slice#MAX}. */
    public int limit() {
        if (!limit.matches("[1-9]\\d{0,2}") || Integer.parseInt(limit) > Slice.MAX) {
            throw Problem.badInput("limit", "limit is 1 to " + Slice.MAX + ".");
        }
        return Integer.parseInt(limit);
    }

    public Optional<String> after() {
        return Optional.ofNullable(after).filter(cursor -> !cursor.isEmpty());
    }

    /** A list as every list is answered. */
    public record Items<T>(List<T> items, Optional<String> next) {
        public static <S, T> Items<T> of(Slice<S> slice, Function<? super S, T> form) {
            return new Items<>(slice.items().stream().<T>map(form).toList(), slice.next());
        }

        /** A list that has no further part. */
        public static <T> Items<T> whole(List<T> items) {
            return new Items<>(items, Optional.empty());
        }
    }
}
