package org.openprepay.prepayment.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openprepay.api.AccountId;
import org.openprepay.api.IdSource;
import org.openprepay.api.Outbox;
import org.openprepay.api.UtilityClock;
import org.openprepay.metering.Metering;
import org.openprepay.metering.Orders;
import org.openprepay.notices.Notices;
import org.openprepay.prepayment.Account;
import org.openprepay.prepayment.Alerts;
import org.openprepay.prepayment.PrepaymentStore;
import org.openprepay.prepayment.PrepaymentStore.Desk;
import org.openprepay.prepayment.Supply;
import org.openprepay.prepayment.facts.Decision;
import org.openprepay.prepayment.facts.Terms;
import org.openprepay.prepayment.internal.Policies.Policy;
import org.openprepay.rulebook.Rulebook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Rules propose, Java disposes: decides supply for locked accounts inside the running transaction,
 * with all that follows from it.
 */
@Component(service = SupplyRuling.class, configurationPid = "org.openprepay.prepayment.supply")
@Designate(ocd = SupplyConfig.class)
public final class SupplyRuling {
    private final PrepaymentStore store;
    private final Metering metering;
    private final Notices notices;
    private final Alerts alerts;
    private final UtilityClock clock;
    private final Settings settings;
    private final Policies policies;
    private final Switch relay;
    private final Notes notes;
    private final Brakes brakes;

    @Activate
    public SupplyRuling(
            @Reference PrepaymentStore store,
            @Reference Rulebook rulebook,
            @Reference Metering metering,
            @Reference Orders orders,
            @Reference Notices notices,
            @Reference Alerts alerts,
            @Reference Outbox outbox,
            @Reference UtilityClock clock,
            @Reference(target = "(clock=wall)") InstantSource wall,
            @Reference IdSource ids,
            SupplyConfig config) {
        this(
                store,
                rulebook,
                metering,
                orders,
                notices,
                alerts,
                outbox,
                clock,
                wall,
                ids,
                Settings.of(config));
    }

    SupplyRuling(
            PrepaymentStore store,
            Rulebook rulebook,
            Metering metering,
            Orders orders,
            Notices notices,
            Alerts alerts,
            Outbox outbox,
            UtilityClock clock,
            InstantSource wall,
            IdSource ids,
            Settings settings) {
        this.store = store;
        this.metering = metering;
        this.notices = notices;
        this.alerts = alerts;
        this.clock = clock;
        this.settings = settings;
        this.policies = new Policies(rulebook);
        this.relay = new Switch(metering, orders, outbox, wall, ids, settings);
        this.notes = new Notes(notices);
        this.brakes = new Brakes(store, alerts, wall, settings.cutsPerHour());
    }

    Settings settings() {
        return settings;
    }

    Switch relay() {
        return relay;
    }

    Brakes brakes() {
        return brakes;
    }

    Terms terms(Account account) {
        return policies.at(account.policy(), clock.instant()).terms();
    }

    /** Decides for these accounts and writes their desks back. */
    Map<AccountId, Desk> decide(Collection<Situation> situations) {
        Instant now = clock.instant();
        Map<String, Policy> inForce = new HashMap<>();
        Map<AccountId, Desk> decided = new TreeMap<>();
        List<Candidate> candidates = new ArrayList<>();
        int wereHeld = 0;
        for (Situation each : situations) {
            wereHeld += each.desk().held() ? 1 : 0;
            if (each.account().mode() == Account.Mode.METER_UNITS) {
                decided.put(each.account().id(), each.desk());
                continue;
            }
            Policy policy =
                    inForce.computeIfAbsent(
                            each.account().policy(), name -> policies.at(name, now));
            weigh(each, policy, now, candidates)
                    .ifPresent(desk -> decided.put(each.account().id(), desk));
        }
        cut(candidates, now, decided);
        long areHeld = decided.values().stream().filter(Desk::held).count();
        brakes.held((int) areHeld - wereHeld);
        store.put(decided.values());
        return decided;
    }

    /** The desk as decided, or one more candidate for a cut. */
    private Optional<Desk> weigh(
            Situation situation, Policy policy, Instant now, List<Candidate> candidates) {
        Terms terms = policy.terms();
        Decision decision = policy.decide(situation.standing(terms, now));
        Situation noted = situation.at(notes.crossed(situation, decision, terms, now));
        Wish wish = Wish.of(noted, decision, terms, now);
        Desk desk = Desks.held(noted.desk(), false);
        boolean off = desk.supply().wanted() == Supply.State.OFF;
        switch (wish.kind()) {
            case ON:
                return Optional.of(off ? restore(noted.account(), desk, wish, now) : desk);
            case OFF:
                return Optional.of(off ? desk : takeOff(noted.account(), desk, wish.why(), now));
            case CUT:
                if (!off) {
                    candidates.add(new Candidate(noted, terms, wish.why()));
                    return Optional.empty();
                }
                return Optional.of(desk);
            default:
                return Optional.of(desk);
        }
    }

    private void cut(List<Candidate> candidates, Instant now, Map<AccountId, Desk> decided) {
        var situations = new HashSet<Situation>();
        candidates.forEach(each -> situations.add(each.situation));
        var vetoes = new Vetoes(situations, metering, notices, alerts, settings, now);
        for (Candidate each : candidates) {
            Account account = each.situation.account();
            Desk desk = each.situation.desk();
            if (vetoes.against(each.situation, each.terms).isPresent()) {
                decided.put(account.id(), Desks.held(desk, false));
            } else if (brakes.lets(account.id())) {
                decided.put(account.id(), takeOff(account, desk, each.why, now));
            } else {
                decided.put(account.id(), Desks.held(desk, true));
            }
        }
    }

    private Desk restore(Account account, Desk desk, Wish wish, Instant now) {
        Supply next = relay.order(account, desk.supply(), relay.on(account), wish.why(), now);
        notes.restored(account, next);
        return Desks.supply(desk, next);
    }

    private Desk takeOff(Account account, Desk desk, String why, Instant now) {
        Supply next = relay.order(account, desk.supply(), Supply.State.OFF, why, now);
        notes.cut(account, next);
        return Desks.held(Desks.supply(desk, next), false);
    }

    private record Candidate(Situation situation, Terms terms, String why) {}
}
