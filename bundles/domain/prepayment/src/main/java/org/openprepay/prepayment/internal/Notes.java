package org.openprepay.prepayment.internal;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openprepay.api.Caller;
import org.openprepay.api.Money;
import org.openprepay.notices.Notices;
import org.openprepay.prepayment.Account;
import org.openprepay.prepayment.PrepaymentStore.Desk;
import org.openprepay.prepayment.Supply;
import org.openprepay.prepayment.facts.Decision;
import org.openprepay.prepayment.facts.Terms;

/** Keeps track of what an account crossed and tells the customer once for each crossing. */
final class Notes {
    private static final Caller SELF = Caller.system("supply");
    private static final String LOW = "low-credit";

    private final Notices notices;

    Notes(Notices notices) {
        this.notices = notices;
    }

    /** The desk after warnings, emergency offer, and the begin or end of grace. */
    Desk crossed(Situation situation, Decision decision, Terms terms, Instant now) {
        Desk desk = warned(situation, decision.warnings(), now);
        desk = offered(situation.at(desk), decision, now);
        return situation.below(terms)
                ? below(situation.at(desk), decision, now)
                : Desks.grace(
                        Desks.marks(desk, marks(desk).without(Marks.BELOW::equals)),
                        Optional.empty());
    }

    void cut(Account account, Supply supply) {
        tell(
                account,
                "cut",
                supply.intent() + "",
                "Supply is cut: " + supply.why() + ".",
                supply.since());
    }

    void restored(Account account, Supply supply) {
        tell(
                account,
                "restored",
                supply.intent() + "",
                "Supply is on again: " + supply.why() + ".",
                supply.since());
    }

    private Desk warned(Situation situation, Map<String, String> warnings, Instant now) {
        Marks marks = marks(situation.desk());
        Set<String> fresh = new HashSet<>(warnings.keySet());
        fresh.removeIf(marks::has);
        Marks next = marks.without(name -> name.startsWith(LOW) && !warnings.containsKey(name));
        for (String level : fresh) {
            next = next.with(level, now);
            tell(
                    situation.account(),
                    LOW,
                    level + "@" + now,
                    warnings.get(level) + " The balance is " + situation.balance() + ".",
                    now);
        }
        return Desks.marks(situation.desk(), next);
    }

    private Desk offered(Situation situation, Decision decision, Instant now) {
        String before = situation.emergency();
        if (before.equals("in-use")) {
            return Desks.emergency(situation.desk(), before);
        }
        boolean offer = decision.offer().signum() > 0;
        if (offer && before.equals("none")) {
            Money amount = new Money(situation.account().currency(), decision.offer());
            tell(
                    situation.account(),
                    "emergency-offered",
                    "offered@" + now,
                    "Emergency credit of " + amount + " can be accepted now.",
                    now);
        }
        return Desks.emergency(situation.desk(), offer ? "offered" : "none");
    }

    private Desk below(Situation situation, Decision decision, Instant now) {
        Desk desk = situation.desk();
        Instant until = now.plusSeconds(decision.graceHours() * 3_600L);
        boolean moreGrace =
                decision.graceHours() > 0 && desk.graceUntil().map(until::isAfter).orElse(true);
        Desk next = moreGrace ? Desks.grace(desk, Optional.of(until)) : desk;
        if (marks(desk).has(Marks.BELOW) && !moreGrace) {
            return next;
        }
        next = Desks.marks(next, marks(next).with(Marks.BELOW, now));
        if (desk.supply().wanted() != Supply.State.OFF) {
            tell(
                    situation.account(),
                    Marks.BELOW,
                    Marks.BELOW + "@" + now,
                    "Credit is used up. Supply will be cut"
                            + next.graceUntil().map(end -> " after " + end).orElse("")
                            + ".",
                    now);
        }
        return next;
    }

    private void tell(Account account, String topic, String crossing, String text, Instant at) {
        notices.send(SELF, account.id(), topic, crossing, text, at);
    }

    private static Marks marks(Desk desk) {
        return new Marks(desk.levels());
    }
}
