package org.openprepay.prepayment.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openprepay.api.Caller;
import org.openprepay.api.Outcome;
import org.openprepay.prepayment.facts.Decision;
import org.openprepay.prepayment.facts.Standing;
import org.openprepay.prepayment.facts.Terms;
import org.openprepay.prepayment.facts.WarningLevel;
import org.openprepay.rulebook.CompiledRules;
import org.openprepay.rulebook.PackFiles;
import org.openprepay.rulebook.PackVersion;
import org.openprepay.rulebook.RuleProblem;
import org.openprepay.rulebook.Rulebook;

/** One policy, {@code house}, whose rules are written in Java. */
final class FakeRulebook implements Rulebook {
    static final String TERMS =
            """
            kind=policy
            title=House policy
            low-credit=10,5
            emergency.amount=5
            emergency.offer-at=2
            friendly.hours=20-8
            friendly.days=SUNDAY
            grace.hours=2
            catch-up.limit=100
            catch-up.grace-hours=24
            debts.percent=50
            """;

    /** What the pack's rules say, as plain Java. */
    static final CompiledRules RULES =
            new CompiledRules() {
                @Override
                public List<String> fire(Collection<?> facts) {
                    judge(
                            only(facts, Standing.class),
                            only(facts, Terms.class),
                            only(facts, Decision.class));
                    return List.of("all");
                }

                @Override
                public void close() {}
            };

    private static void judge(Standing s, Terms t, Decision decision) {
        for (WarningLevel level : t.levels()) {
            if (s.balance().compareTo(level.at()) <= 0) {
                decision.warn(level.name(), "Credit is low.");
            }
        }
        if (!s.emergency().equals("in-use") && s.usable().compareTo(t.emergencyOfferAt()) <= 0) {
            decision.offerEmergency(t.emergencyAmount());
        }
        if (s.hour() >= t.friendlyFrom() || s.hour() < t.friendlyUntil()) {
            decision.spare("friendly hours");
        }
        if (t.friendlyDays().contains(s.dayOfWeek()) || s.holiday()) {
            decision.spare("friendly day");
        }
        if (s.below()) {
            decision.cut("credit is used up");
            if (!s.graceBegun()) {
                decision.grace(t.graceHours(), "grace begins");
            } else if (!s.graceOver()) {
                decision.spare("grace");
            }
            if (s.debit().compareTo(t.catchUpLimit()) > 0) {
                decision.grace(t.catchUpGraceHours(), "catch-up");
            }
        }
    }

    private static <T> T only(Collection<?> facts, Class<T> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    @Override
    public Optional<PackVersion> inForce(String pack, Instant at) {
        return pack.equals("house") || pack.equals("flat")
                ? Optional.of(
                        new PackVersion(
                                pack,
                                1,
                                pack.equals("house") ? "policy" : "tariff",
                                pack,
                                "d1",
                                Instant.EPOCH,
                                "me"))
                : Optional.empty();
    }

    @Override
    public CompiledRules rules(String digest) {
        return RULES;
    }

    @Override
    public PackFiles files(String digest) {
        return PackFiles.of("house", Map.of("pack.properties", TERMS));
    }

    @Override
    public Outcome<PackVersion> publish(Caller caller, PackFiles pack, Instant effective) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome<PackVersion> rollback(Caller caller, String pack, int number, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RuleProblem> check(PackFiles pack) {
        return List.of();
    }

    @Override
    public List<PackVersion> latest() {
        return List.of();
    }

    @Override
    public List<PackVersion> versions(String pack) {
        return List.of();
    }

    @Override
    public List<PackVersion> inForce(String pack, Instant from, Instant to) {
        return List.of();
    }

    @Override
    public List<RuleProblem> problems(String pack) {
        return List.of();
    }

    @Override
    public Map<String, List<RuleProblem>> rejected() {
        return Map.of();
    }
}
