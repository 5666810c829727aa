package org.openprepay.rulebook.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.api.Caller;
import org.openprepay.api.Outcome;
import org.openprepay.rulebook.CompiledRules;
import org.openprepay.rulebook.PackFiles;
import org.openprepay.rulebook.PackKind;
import org.openprepay.rulebook.PackVersion;
import org.openprepay.rulebook.RuleProblem;

@Tag("TAR-01")
@Tag("TAR-13")
class RulebookServiceTest {
    private static final Caller ADMIN = Caller.system("test");
    private static final Instant JAN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FEB = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant MAR = Instant.parse("2026-03-01T00:00:00Z");

    private final Memory memory = new Memory();
    private final PlainEngine engine = new PlainEngine();
    private List<RuleProblem> unproven = List.of();
    private final RulebookService rulebook = start();

    private RulebookService start() {
        Kinds kinds =
                name -> Optional.<PackKind>of(new Tariff()).filter(k -> name.equals("tariff"));
        return new RulebookService(memory, memory, memory, engine, kinds);
    }

    private final class Tariff implements PackKind {
        @Override
        public String kind() {
            return "tariff";
        }

        @Override
        public List<RuleProblem> prove(PackFiles pack, CompiledRules rules) {
            return unproven;
        }
    }

    private static PackFiles pack(String rules) {
        return PackFiles.of(
                "flat",
                Map.of("pack.properties", "kind=tariff\ntitle=Flat tariff\n", "rules.drl", rules));
    }

    private PackVersion publish(String rules, Instant effective) {
        return rulebook.publish(ADMIN, pack(rules), effective).orThrow();
    }

    private static Outcome.Refused<?> refusal(Outcome<?> outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome);
    }

    @Test
    void versionsAreNumberedDatedAndSigned() {
        PackVersion first = publish("a", JAN);
        assertEquals(
                new PackVersion(
                        "flat", 1, "tariff", "Flat tariff", pack("a").digest(), JAN, "system:test"),
                first);
        PackVersion second = publish("b", FEB);
        assertEquals(2, second.number());
        assertEquals(List.of(first, second), rulebook.versions("flat"));
        assertEquals(List.of(second), rulebook.latest());
        assertEquals(pack("a"), rulebook.files(first.digest()));
    }

    @Test
    void contentThatServesAlreadyMakesNoNewVersion() {
        PackVersion first = publish("a", JAN);
        assertEquals(first, publish("a", FEB));
        assertEquals(1, engine.compiled.size());
        assertEquals(1, memory.rows.size());
    }

    @Test
    void exactlyOneVersionIsInForceAtAnyInstant() {
        PackVersion first = publish("a", JAN);
        PackVersion replaced = publish("b", FEB);
        PackVersion second = publish("c", FEB);
        PackVersion third = publish("d", MAR);
        assertEquals(Optional.empty(), rulebook.inForce("flat", JAN.minusNanos(1)));
        assertEquals(Optional.of(first), rulebook.inForce("flat", FEB.minusNanos(1)));
        assertEquals(Optional.of(second), rulebook.inForce("flat", FEB));
        assertEquals(List.of(first, second), rulebook.inForce("flat", JAN, MAR));
        assertEquals(List.of(second, third), rulebook.inForce("flat", FEB, MAR.plusNanos(1)));
        assertEquals(List.of(), rulebook.inForce("flat", FEB, FEB));
        assertEquals(4, rulebook.versions("flat").size());
        assertEquals(2, replaced.number());
    }

    @Test
    void aVersionCannotBeginBeforeTheLastOne() {
        publish("a", FEB);
        var refused = refusal(rulebook.publish(ADMIN, pack("b"), JAN));
        assertEquals("EFFECTIVE_TOO_EARLY", refused.code());
        assertTrue(refused.message().contains("2026-02-01"), refused.message());
        assertEquals(1, rulebook.versions("flat").size());
    }

    @Test
    void aBrokenPackLeavesTheOldVersionServingAndTellsWhy() {
        PackVersion first = publish("a", JAN);
        var refused = refusal(rulebook.publish(ADMIN, pack("broken"), FEB));
        assertEquals("PACK_REJECTED", refused.code());
        assertEquals("rules.drl:7 rule \"Energy\": does not compile", refused.message());
        assertEquals(Optional.of(first), rulebook.inForce("flat", MAR));
        assertEquals(Set.of("flat"), rulebook.rejected().keySet());
        assertEquals(7, rulebook.problems("flat").get(0).line());
        publish("a", FEB);
        assertEquals(List.of(), rulebook.problems("flat"));
    }

    @Test
    void aPackThatFailsItsProofIsRefusedAndItsClassesAreFreed() {
        unproven = List.of(new RuleProblem("examples.csv", 3, "", "wanted 5.00, got 6.00"));
        var refused = refusal(rulebook.publish(ADMIN, pack("a"), JAN));
        assertEquals("examples.csv:3: wanted 5.00, got 6.00", refused.message());
        assertTrue(engine.compiled.get(0).closed);
        assertEquals(unproven, rulebook.check(pack("a")));
    }

    @Test
    void watchersAreToldOfPublishAndOfRefusal() {
        publish("a", JAN);
        rulebook.publish(ADMIN, pack("broken"), FEB);
        assertEquals(List.of("live.rules", "live.rules"), topics());
        assertTrue(memory.rows.get(0).payload().contains("\"version\":1"));
        assertTrue(memory.rows.get(1).payload().contains("\"line\":7"));
    }

    private List<String> topics() {
        return memory.rows.stream().map(row -> row.topic()).toList();
    }

    @Test
    void anUnknownKindOrAMissingHeaderIsRefused() {
        PackFiles bare = PackFiles.of("bare", Map.of("rules.drl", "a"));
        assertTrue(rulebook.check(bare).get(0).message().contains("is missing"));
        PackFiles odd = PackFiles.of("odd", Map.of("pack.properties", "kind=odd"));
        assertTrue(rulebook.check(odd).get(0).message().contains("nothing here knows kind=odd"));
        PackFiles none = PackFiles.of("none", Map.of("pack.properties", "title=x"));
        assertTrue(rulebook.check(none).get(0).message().contains("says no kind"));
    }

    @Test
    void aPackBeyondTheSizeLimitIsNotEvenParsed() {
        PackFiles big = pack("x".repeat(PackFiles.MAX_BYTES + 1));
        assertTrue(rulebook.check(big).get(0).message().contains("more than the"));
        assertEquals(0, engine.compiled.size());
    }

    @Test
    void aRollbackPublishesTheOldContentFromNow() {
        PackVersion first = publish("a", JAN);
        publish("b", FEB);
        PackVersion third = rulebook.rollback(ADMIN, "flat", 1, MAR).orThrow();
        assertEquals(3, third.number());
        assertEquals(first.digest(), third.digest());
        assertEquals("UNKNOWN_VERSION", refusal(rulebook.rollback(ADMIN, "flat", 9, MAR)).code());
    }

    @Test
    void onlyAdministratorsPublish() {
        Caller clerk = new Caller("clerk", Set.of());
        assertThrows(Caller.Denied.class, () -> rulebook.publish(clerk, pack("a"), JAN));
        assertThrows(Caller.Denied.class, () -> rulebook.rollback(clerk, "flat", 1, JAN));
    }

    @Test
    void aRestartKnowsEverythingAndCompilesAgainWhenNeeded() {
        PackVersion first = publish("a", JAN);
        RulebookService again = start();
        assertEquals(List.of(first), again.versions("flat"));
        CompiledRules rules = again.rules(first.digest());
        assertSame(rules, again.rules(first.digest()));
        assertEquals(2, engine.compiled.size());
        assertThrows(IllegalArgumentException.class, () -> again.rules("none"));
    }

    @Test
    void theLongestUnusedRulesAreFreedWhenThereAreTooMany() {
        List<String> digests = new ArrayList<>();
        for (int i = 0; i <= CompiledPacks.MAX_COMPILED; i++) {
            digests.add(publish("rules " + i, JAN).digest());
        }
        assertTrue(engine.compiled.get(0).closed);
        assertTrue(!engine.compiled.get(1).closed);
        assertNotSame(engine.compiled.get(0), rulebook.rules(digests.get(0)));
    }
}
