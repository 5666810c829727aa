package org.openprepay.prepayment.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openprepay.api.AccountId;
import org.openprepay.api.MeterId;
import org.openprepay.api.UsageInterval;
import org.openprepay.customers.Customers;
import org.openprepay.customers.MeterLink;
import org.openprepay.metering.Verdict;

/** Finds whose usage a batch of verdicts tells, by the dated links of the meters. */
final class Taking {
    private final Map<AccountId, Work> works = new TreeMap<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private final Map<MeterId, List<MeterLink>> links;

    Taking(List<Verdict> all, Customers customers) {
        Set<MeterId> meters =
                all.stream()
                        .filter(each -> !each.fresh().isEmpty() || each.changedFrom().isPresent())
                        .map(Verdict::meter)
                        .collect(Collectors.toSet());
        links = meters.isEmpty() ? new HashMap<>() : customers.links(meters);
        all.forEach(each -> verdicts.add(assign(each)));
    }

    /** What one account has to be charged for. */
    static final class Work {
        private final List<UsageInterval> fresh = new ArrayList<>();
        private Optional<Instant> changedFrom = Optional.empty();

        List<UsageInterval> fresh() {
            return fresh;
        }

        Optional<Instant> changedFrom() {
            return changedFrom;
        }

        private void changed(Instant from) {
            changedFrom = Optional.of(changedFrom.filter(from::isAfter).orElse(from));
        }
    }

    Map<AccountId, Work> works() {
        return works;
    }

    List<Verdict> verdicts() {
        return List.copyOf(verdicts);
    }

    private Verdict assign(Verdict verdict) {
        if (verdict.fresh().isEmpty() && verdict.changedFrom().isEmpty()) {
            return verdict;
        }
        boolean known = false;
        for (MeterLink link : links.getOrDefault(verdict.meter(), List.of())) {
            known |= assign(verdict, link);
        }
        return known
                ? verdict
                : new Verdict(
                        verdict.meter(),
                        Verdict.State.HELD,
                        "meter " + verdict.meter() + " served no account then",
                        List.of(),
                        Optional.empty());
    }

    private boolean assign(Verdict verdict, MeterLink link) {
        List<UsageInterval> mine =
                verdict.fresh().stream().filter(each -> link.holdsAt(each.start())).toList();
        Optional<Instant> changed =
                verdict.changedFrom()
                        .filter(from -> link.to().map(from::isBefore).orElse(true))
                        .map(from -> from.isBefore(link.from()) ? link.from() : from);
        if (mine.isEmpty() && changed.isEmpty()) {
            return false;
        }
        Work work = works.computeIfAbsent(link.account(), key -> new Work());
        work.fresh.addAll(mine);
        changed.ifPresent(work::changed);
        return true;
    }
}
