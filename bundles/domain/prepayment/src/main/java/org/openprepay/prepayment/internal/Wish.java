package org.openprepay.prepayment.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openprepay.prepayment.Accounts.Protection;
import org.openprepay.prepayment.facts.Decision;
import org.openprepay.prepayment.facts.Terms;

/** What is to become of supply, before protections and the brake are asked. */
record Wish(Kind kind, String why) {
    enum Kind {
        ON,
        OFF,
        CUT,
        STAY
    }

    static final String OVERRIDE_ON = "override-on";
    static final String OVERRIDE_OFF = "override-off";

    /**
     * An override goes before everything; credit above the threshold goes before the rules; one
     * opinion to keep on outweighs all cuts; whoever is spared stays as is.
     */
    static Wish of(Situation situation, Decision decision, Terms terms, Instant now) {
        Optional<Wish> override =
                situation.protections().stream()
                        .filter(each -> each.kind().equals("override") && holds(each, now))
                        .map(Wish::overridden)
                        .findFirst();
        if (override.isPresent()) {
            return override.get();
        }
        if (!situation.below(terms)) {
            return new Wish(Kind.ON, first(decision.on(), "credit is available"));
        }
        if (!decision.on().isEmpty()) {
            return new Wish(Kind.ON, first(decision.on(), ""));
        }
        if (decision.cuts().isEmpty() || !decision.spared().isEmpty()) {
            return new Wish(Kind.STAY, first(decision.spared(), "nothing to change"));
        }
        return new Wish(Kind.CUT, first(decision.cuts(), ""));
    }

    static boolean holds(Protection protection, Instant now) {
        return !now.isBefore(protection.from())
                && protection.until().map(now::isBefore).orElse(true);
    }

    private static Wish overridden(Protection override) {
        Kind kind = override.id().equals(OVERRIDE_ON) ? Kind.ON : Kind.OFF;
        return new Wish(kind, "override: " + override.reason());
    }

    private static String first(List<String> texts, String without) {
        return texts.isEmpty() ? without : texts.get(0);
    }
}
