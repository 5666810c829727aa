package org.openprepay.customers.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openprepay.api.AccountId;
import org.openprepay.api.MeterId;
import org.openprepay.api.Outcome;
import org.openprepay.customers.CustomerStore;
import org.openprepay.customers.MeterLink;

/** Which account a meter serves, and when: never two at once. */
final class MeterLinks {
    private static final Comparator<MeterLink> IN_TIME =
            Comparator.comparing(MeterLink::from).thenComparing(MeterLink::meter);

    private final CustomerStore store;

    MeterLinks(CustomerStore store) {
        this.store = store;
    }

    Outcome<MeterLink> link(MeterLink link) {
        if (link.to().filter(to -> !to.isAfter(link.from())).isPresent()) {
            return Outcome.refused("BAD_PERIOD", "to", "a link ends after it begins");
        }
        List<MeterLink> known = of(link.meter());
        if (known.contains(link)) {
            return Outcome.accepted(link);
        }
        Optional<MeterLink> other = known.stream().filter(l -> overlap(l, link)).findFirst();
        if (other.isPresent()) {
            return Outcome.refused(
                    "OVERLAP",
                    "from",
                    "meter "
                            + link.meter()
                            + " serves account "
                            + other.get().account()
                            + " from "
                            + other.get().from()
                            + other.get().to().map(to -> " to " + to).orElse("")
                            + "; end that link first");
        }
        store.put(link);
        return Outcome.accepted(link);
    }

    private static boolean overlap(MeterLink a, MeterLink b) {
        return a.to().map(b.from()::isBefore).orElse(true)
                && b.to().map(a.from()::isBefore).orElse(true);
    }

    Outcome<MeterLink> unlink(MeterId meter, Instant at) {
        Optional<MeterLink> open =
                of(meter).stream()
                        .filter(link -> link.to().isEmpty() && link.from().isBefore(at))
                        .findFirst();
        if (open.isEmpty()) {
            return Outcome.refused(
                    "NO_LINK", "meter", "meter " + meter + " has no open link before " + at);
        }
        var ended = new MeterLink(meter, open.get().account(), open.get().from(), Optional.of(at));
        store.put(ended);
        return Outcome.accepted(ended);
    }

    private List<MeterLink> of(MeterId meter) {
        return of(Set.of(meter)).getOrDefault(meter, List.of());
    }

    Map<MeterId, List<MeterLink>> of(Set<MeterId> meters) {
        var links = new HashMap<>(store.links(meters));
        links.replaceAll((meter, of) -> of.stream().sorted(IN_TIME).toList());
        return Map.copyOf(links);
    }

    List<MeterLink> of(AccountId account) {
        return store.links(account).stream().sorted(IN_TIME).toList();
    }
}
