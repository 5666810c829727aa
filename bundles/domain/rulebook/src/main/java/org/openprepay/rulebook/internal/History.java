package org.openprepay.rulebook.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.openprepay.rulebook.PackVersion;

/** All versions of one pack, oldest first, and which of them is in force when. */
final class History {
    static final History NONE = new History(List.of());

    private final List<PackVersion> versions;
    private final NavigableMap<Instant, PackVersion> byEffective = new TreeMap<>();

    History(List<PackVersion> versions) {
        this.versions = List.copyOf(versions);
        // Of those with the same date, the last published wins.
        versions.forEach(version -> byEffective.put(version.effective(), version));
    }

    List<PackVersion> versions() {
        return versions;
    }

    Optional<PackVersion> last() {
        return versions.isEmpty()
                ? Optional.empty()
                : Optional.of(versions.get(versions.size() - 1));
    }

    History with(PackVersion version) {
        List<PackVersion> more = new ArrayList<>(versions);
        more.add(version);
        return new History(more);
    }

    Optional<PackVersion> inForce(Instant at) {
        return Optional.ofNullable(byEffective.floorEntry(at)).map(Map.Entry::getValue);
    }

    List<PackVersion> inForce(Instant from, Instant to) {
        List<PackVersion> found = new ArrayList<>();
        if (from.isBefore(to)) {
            inForce(from).ifPresent(found::add);
            found.addAll(byEffective.subMap(from, false, to, false).values());
        }
        return List.copyOf(found);
    }
}
