package org.openprepay.prepayment.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What an account crossed and has not left, each with the time: {@code name@instant}. */
record Marks(List<String> all) {
    /** Credit is used up. */
    static final String BELOW = "cut-due";

    /** The meter reported that supply is off. */
    static final String FOUND_OFF = "found-off";

    Marks {
        all = List.copyOf(all);
    }

    Optional<String> find(String name) {
        return all.stream().filter(mark -> mark.startsWith(name + "@")).findFirst();
    }

    boolean has(String name) {
        return find(name).isPresent();
    }

    Optional<Instant> since(String name) {
        return find(name).map(mark -> Instant.parse(mark.substring(name.length() + 1)));
    }

    Marks with(String name, Instant at) {
        var marks = new ArrayList<>(without(name::equals).all);
        marks.add(name + "@" + at);
        return new Marks(marks);
    }

    Marks without(Predicate<String> names) {
        return new Marks(
                all.stream()
                        .filter(mark -> !names.test(mark.substring(0, mark.indexOf('@'))))
                        .toList());
    }
}
