package org.openprepay.metering.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.openprepay.api.Slice;

/** Cuts lists into slices by asking for one row more. */
final class Pages {
    private Pages() {}

    static <T> Slice<T> of(int limit, IntFunction<List<T>> rows, Function<T, String> cursor) {
        int most = Math.max(1, Math.min(limit, Slice.MAX));
        List<T> found = rows.apply(most + 1);
        return found.size() <= most
                ? new Slice<>(found, Optional.empty())
                : new Slice<>(
                        found.subList(0, most), Optional.of(cursor.apply(found.get(most - 1))));
    }
}
