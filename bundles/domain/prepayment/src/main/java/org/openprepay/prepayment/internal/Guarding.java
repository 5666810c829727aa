package org.openprepay.prepayment.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.openprepay.access.Access;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.Outcome;
import org.openprepay.api.UtilityClock;
import org.openprepay.prepayment.Accounts.Protection;
import org.openprepay.prepayment.PrepaymentStore;
import org.openprepay.prepayment.Supply;

/** Protects accounts from cuts and overrides supply; each call inside a transaction. */
final class Guarding {
    private static final Set<String> KINDS =
            Set.of("life-support", "dispute", "moratorium", "payment-pending");
    private static final Duration LONGEST_OVERRIDE = Duration.ofDays(31);
    private static final String OVERRIDE = "override";

    private final PrepaymentStore store;
    private final Access access;
    private final UtilityClock clock;
    private final Situations situations;
    private final SupplyRuling ruling;

    Guarding(
            PrepaymentStore store,
            Access access,
            UtilityClock clock,
            Situations situations,
            SupplyRuling ruling) {
        this.store = store;
        this.access = access;
        this.clock = clock;
        this.situations = situations;
        this.ruling = ruling;
    }

    Outcome<Protection> protect(Caller caller, AccountId id, Protection protection) {
        if (!KINDS.contains(protection.kind())) {
            return Outcome.refused(
                    "UNKNOWN_KIND", "kind", "A protection is one of " + sorted() + ".");
        }
        if (protection.reason().isBlank()) {
            return Outcome.refused("REASON_REQUIRED", "reason", "A protection needs a reason.");
        }
        boolean never =
                protection.until().map(end -> !end.isAfter(protection.from())).orElse(false);
        if (never) {
            return Outcome.refused("INVALID_TIME", "until", "It must end after it begins.");
        }
        return locked(id)
                .map(
                        situation -> {
                            store.putProtection(id, protection);
                            audit(caller, "account.protect", id, protection);
                            decide(situation.guarded(with(situation, protection)));
                            return protection;
                        });
    }

    Outcome<Protection> unprotect(Caller caller, AccountId id, String protection, String reason) {
        return locked(id)
                .then(
                        situation ->
                                situation.protections().stream()
                                        .filter(each -> each.id().equals(protection))
                                        .findFirst()
                                        .map(each -> removed(caller, situation, each, reason))
                                        .orElse(
                                                Outcome.refused(
                                                        "UNKNOWN_PROTECTION",
                                                        "Account " + id + " has none so named.")));
    }

    private Outcome<Protection> removed(
            Caller caller, Situation situation, Protection protection, String reason) {
        AccountId id = situation.account().id();
        store.removeProtection(id, protection.id());
        access.audit(caller, "account.unprotect", id.value(), protection.kind() + ": " + reason);
        decide(situation.guarded(without(situation, protection.id())));
        return Outcome.accepted(protection);
    }

    Outcome<Supply> override(
            Caller caller, AccountId id, Supply.State state, Instant until, String reason) {
        Instant now = clock.instant();
        if (state != Supply.State.ON && state != Supply.State.OFF) {
            return Outcome.refused("INVALID_STATE", "state", "Supply is overridden ON or OFF.");
        }
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_OVERRIDE))) {
            return Outcome.refused(
                    "INVALID_TIME", "until", "An override ends within 31 days from " + now + ".");
        }
        if (reason.isBlank()) {
            return Outcome.refused("REASON_REQUIRED", "reason", "An override needs a reason.");
        }
        boolean on = state == Supply.State.ON;
        String other = on ? Wish.OVERRIDE_OFF : Wish.OVERRIDE_ON;
        var protection =
                new Protection(
                        on ? Wish.OVERRIDE_ON : Wish.OVERRIDE_OFF,
                        OVERRIDE,
                        reason,
                        now,
                        Optional.of(until));
        return locked(id)
                .map(
                        situation -> {
                            store.removeProtection(id, other);
                            store.putProtection(id, protection);
                            audit(caller, "account.override", id, protection);
                            Situation rest = situation.guarded(without(situation, other));
                            return decide(rest.guarded(with(rest, protection)));
                        });
    }

    private Supply decide(Situation situation) {
        AccountId id = situation.account().id();
        return Objects.requireNonNull(ruling.decide(List.of(situation)).get(id)).supply();
    }

    private Outcome<Situation> locked(AccountId id) {
        Situation situation = situations.lock(Set.of(id)).get(id);
        return situation == null ? Counter.unknown(id) : Outcome.accepted(situation);
    }

    private void audit(Caller caller, String action, AccountId id, Protection protection) {
        access.audit(
                caller,
                action,
                id.value(),
                protection.id()
                        + " "
                        + protection.kind()
                        + ": "
                        + protection.reason()
                        + protection.until().map(end -> " until " + end).orElse(""));
    }

    private static List<Protection> with(Situation situation, Protection protection) {
        var all = new ArrayList<>(without(situation, protection.id()));
        all.add(protection);
        return all;
    }

    private static List<Protection> without(Situation situation, String id) {
        return situation.protections().stream().filter(each -> !each.id().equals(id)).toList();
    }

    private static List<String> sorted() {
        return KINDS.stream().sorted().toList();
    }
}
