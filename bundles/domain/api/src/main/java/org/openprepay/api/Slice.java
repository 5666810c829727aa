package org.openprepay.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next the cursor of the part after this one; empty at the end
 */
public record Slice<T>(List<T> items, Optional<String> next) {
    /** Most rows one call gives. */
    public static final int MAX = 500;

    public Slice {
        items = List.copyOf(items);
    }

    public <R> Slice<R> map(Function<? super T, R> change) {
        return new Slice<>(items.stream().<R>map(change).toList(), next);
    }
}
