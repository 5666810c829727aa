package org.openprepay.prepayment.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openprepay.api.Period;
import org.openprepay.api.Quantity;
import org.openprepay.api.UsageInterval;
import org.openprepay.customers.MeterLink;
import org.openprepay.prepayment.Account;
import org.openprepay.prepayment.PrepaymentStore.Checkpoint;
import org.openprepay.tariff.BillState;
import org.openprepay.tariff.Priced;

/** One account's running bills in a transaction: loaded as needed, folded, and what changed. */
final class Bills {
    private final Account account;
    private final Billing billing;
    private final TreeMap<Instant, BillState> states = new TreeMap<>();
    private final Set<Instant> changed = new HashSet<>();
    private final List<Change> changes = new ArrayList<>();

    Bills(Account account, Billing billing, Optional<Checkpoint> newest) {
        this.account = account;
        this.billing = billing;
        newest.ifPresent(this::loaded);
    }

    /** A part of a bill that changed. */
    record Change(
            Account account,
            String kind,
            String text,
            BillState before,
            Priced priced,
            List<UsageInterval> usage,
            Optional<Instant> replaced) {}

    List<Change> changes() {
        return List.copyOf(changes);
    }

    List<Checkpoint> checkpoints() {
        return changed.stream().map(start -> checkpoint(at(start))).toList();
    }

    /** The bill of the period that holds this instant; opened when there is none. */
    BillState at(Instant instant) {
        var known = states.floorEntry(instant);
        if (known != null && known.getValue().period().contains(instant)) {
            return known.getValue();
        }
        billing.stored(account, instant, instant.plusSeconds(1)).forEach(this::loaded);
        known = states.floorEntry(instant);
        if (known != null && known.getValue().period().contains(instant)) {
            return known.getValue();
        }
        BillState opened = billing.open(account, instant);
        keep(opened);
        return opened;
    }

    /** Charges new usage, in whatever order it comes. */
    void add(List<UsageInterval> usage) {
        List<UsageInterval> sorted =
                usage.stream().sorted(Comparator.comparing(UsageInterval::start)).toList();
        var run = new ArrayList<UsageInterval>();
        for (UsageInterval interval : sorted) {
            if (!run.isEmpty() && !at(run.get(0).start()).period().contains(interval.start())) {
                fold(run);
                run.clear();
            }
            run.add(interval);
        }
        if (!run.isEmpty()) {
            fold(run);
        }
    }

    /** Usage known before changed from here on: its periods fold anew, with what follows. */
    void renew(Instant from, List<MeterLink> links, Instant until) {
        Instant at = from.isBefore(account.opened()) ? account.opened() : from;
        while (at.isBefore(until)) {
            BillState state = at(at);
            renew(state, at, billing.usage(links, state));
            at = state.period().end();
        }
    }

    /** Recognises the charges of the civil day that holds this instant. */
    void day(Instant instant, String text) {
        BillState before = at(instant);
        book("charge", text, before, billing.accrue(before, instant), List.of(), Optional.empty());
    }

    /** Adds bought units. */
    Priced purchase(Quantity units, Instant at) {
        Priced priced = billing.purchase(at(at), units, at);
        keep(priced.after());
        return priced;
    }

    private void renew(BillState state, Instant from, List<UsageInterval> all) {
        List<UsageInterval> folded =
                all.stream().filter(each -> each.start().isBefore(state.foldedTo())).toList();
        if (from.isBefore(state.foldedTo())) {
            Priced priced = billing.refold(state, folded);
            List<UsageInterval> shown =
                    folded.stream().filter(each -> each.end().isAfter(from)).toList();
            book(
                    "correction",
                    "Readings since " + billing.local(account, from) + " were replaced",
                    state,
                    priced,
                    shown,
                    Optional.of(from));
        }
        List<UsageInterval> rest =
                all.stream().filter(each -> !each.start().isBefore(state.foldedTo())).toList();
        if (!rest.isEmpty()) {
            fold(rest);
        }
    }

    private void fold(List<UsageInterval> run) {
        BillState before = at(run.get(0).start());
        List<UsageInterval> usage = List.copyOf(run);
        book(
                "charge",
                billing.text(account, usage),
                before,
                billing.fold(before, usage),
                usage,
                Optional.empty());
    }

    private void book(
            String kind,
            String text,
            BillState before,
            Priced priced,
            List<UsageInterval> usage,
            Optional<Instant> replaced) {
        keep(priced.after());
        changes.add(new Change(account, kind, text, before, priced, usage, replaced));
    }

    private void keep(BillState state) {
        states.put(state.period().start(), state);
        changed.add(state.period().start());
    }

    private void loaded(Checkpoint checkpoint) {
        BillState state = billing.read(checkpoint);
        states.putIfAbsent(state.period().start(), state);
    }

    private Checkpoint checkpoint(BillState state) {
        Period period = state.period();
        return new Checkpoint(account.id(), period.start(), period.end(), billing.write(state));
    }
}
