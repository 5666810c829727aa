package org.openprepay.prepayment.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openprepay.prepayment.facts.Decision;
import org.openprepay.prepayment.facts.Standing;
import org.openprepay.prepayment.facts.Terms;
import org.openprepay.rulebook.CompiledRules;
import org.openprepay.rulebook.PackVersion;
import org.openprepay.rulebook.Rulebook;

/** Finds the policy in force and asks its rules. */
final class Policies {
    private static final int MAX_CACHED = 200;

    private final Rulebook rulebook;
    private final Map<String, Terms> terms = new ConcurrentHashMap<>();

    Policies(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** The policy in force; publishing refuses to leave an account without one. */
    Policy at(String name, Instant at) {
        PackVersion version =
                rulebook.inForce(name, at)
                        .orElseThrow(
                                () -> new IllegalStateException("no policy " + name + " at " + at));
        return new Policy(terms(version.digest()), rulebook.rules(version.digest()));
    }

    private Terms terms(String digest) {
        if (terms.size() > MAX_CACHED) {
            terms.clear();
        }
        return terms.computeIfAbsent(digest, key -> TermsReader.read(rulebook.files(key)));
    }

    /** A policy's numbers and rules. */
    record Policy(Terms terms, CompiledRules rules) {
        /** What the rules say of this standing; at least one must have something to say. */
        Decision decide(Standing standing) {
            var decision = new Decision();
            List<Object> facts = new ArrayList<>(terms.levels());
            facts.addAll(List.of(terms, standing, decision));
            if (rules.fire(facts).isEmpty()) {
                throw new CompiledRules.RuleFailure(
                        "no rule of the policy fired for " + standing,
                        new IllegalStateException("nothing fired"));
            }
            return decision;
        }
    }
}
