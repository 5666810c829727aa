package org.openprepay.access.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.access.Access.NewUser;
import org.openprepay.access.Access.Session;
import org.openprepay.access.Role;
import org.openprepay.api.Caller;
import org.openprepay.api.Outcome;
import org.openprepay.api.Right;
import org.openprepay.api.Slice;

class AccessDeskTest {
    private static final Settings SETTINGS =
            new Settings(10, Duration.ofHours(12), 3, Duration.ofMinutes(15));
    private static final String GOOD = "correct horse battery";

    private final FakeAccessStore store = new FakeAccessStore();
    private Instant now = Instant.parse("2026-01-01T08:00:00Z");
    private final AccessDesk desk =
            new AccessDesk(new DirectTransactions(), store, () -> now, new Random(7), SETTINGS);

    private Session signedIn(String name, String password) {
        return desk.signIn(name, password).orThrow();
    }

    private Session administrator() {
        String once = desk.firstStart().orElseThrow();
        Session session = signedIn("admin", once);
        desk.changePassword(session, once, GOOD).orThrow();
        return desk.session(session.token()).orElseThrow();
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.code() : "ACCEPTED";
    }

    @Test
    void theFirstStartMakesOneAdministratorAndTheSecondNobody() {
        assertEquals(20, desk.firstStart().orElseThrow().length());
        assertEquals(Optional.empty(), desk.firstStart());
        assertEquals(Role.ADMINISTRATOR, store.users.get("admin").role());
    }

    @Test
    @Tag("SEC-02")
    void aOneTimePasswordGivesNoRightUntilItIsChanged() {
        String once = desk.firstStart().orElseThrow();
        Session session = signedIn("admin", once);
        assertTrue(session.user().mustChange());
        assertEquals(Set.of(), session.caller().rights());
        desk.changePassword(session, once, GOOD).orThrow();
        Session changed = desk.session(session.token()).orElseThrow();
        assertEquals(EnumSet.allOf(Right.class), changed.caller().rights());
        assertEquals("SIGN_IN_FAILED", code(desk.signIn("admin", once)));
    }

    @Test
    @Tag("SEC-02")
    void clerksSellAndViewersOnlyLook() {
        Caller admin = administrator().caller();
        assertEquals(Set.of(Right.VIEW, Right.SELL), rights(admin, "carla", Role.CLERK));
        assertEquals(Set.of(Right.VIEW), rights(admin, "victor", Role.VIEWER));
    }

    private Set<Right> rights(Caller admin, String name, Role role) {
        NewUser added = desk.addUser(admin, name, role).orThrow();
        Session session = signedIn(name, added.oneTimePassword());
        desk.changePassword(session, added.oneTimePassword(), GOOD).orThrow();
        return desk.session(session.token()).orElseThrow().caller().rights();
    }

    @Test
    void anUnknownNameAndAWrongPasswordGetTheSameAnswer() {
        administrator();
        assertEquals(desk.signIn("nobody", "x"), desk.signIn("admin", "x"));
    }

    @Test
    void tooManyWrongPasswordsPauseANameWhetherItExistsOrNot() {
        administrator();
        for (String name : List.of("admin", "nobody")) {
            for (int i = 0; i < 3; i++) {
                assertEquals("SIGN_IN_FAILED", code(desk.signIn(name, "wrong")));
            }
            assertEquals("SIGN_IN_PAUSED", code(desk.signIn(name, GOOD)));
        }
        now = now.plus(Duration.ofMinutes(15));
        assertEquals("ACCEPTED", code(desk.signIn("admin", GOOD)));
        assertEquals("SIGN_IN_FAILED", code(desk.signIn("nobody", GOOD)));
    }

    @Test
    void aWallClockThatJumpsBackOnlyLengthensThePause() {
        administrator();
        for (int i = 0; i < 3; i++) {
            desk.signIn("admin", "wrong");
        }
        now = now.minus(Duration.ofDays(1));
        assertEquals("SIGN_IN_PAUSED", code(desk.signIn("admin", GOOD)));
    }

    @Test
    void aSessionEndsAfterItsHoursAndWhenSignedOut() {
        Session session = administrator();
        now = now.plus(Duration.ofHours(12)).minusSeconds(1);
        assertTrue(desk.session(session.token()).isPresent());
        now = now.plusSeconds(1);
        assertEquals(Optional.empty(), desk.session(session.token()));
        Session next = signedIn("admin", GOOD);
        desk.signOut(next.token());
        assertEquals(Optional.empty(), desk.session(next.token()));
        assertEquals(Optional.empty(), desk.session("made up"));
    }

    @Test
    void neitherTokensNorPasswordsAreKept() {
        Session session = administrator();
        assertFalse(store.sessions.containsKey(session.token()));
        assertTrue(store.hashes.values().stream().noneMatch(hash -> hash.contains(GOOD)));
        assertTrue(store.trail.stream().noneMatch(r -> r.detail().contains(session.token())));
    }

    @Test
    void aNewPasswordEndsAllOtherSessions() {
        Session first = administrator();
        Session other = signedIn("admin", GOOD);
        desk.changePassword(first, GOOD, GOOD + " staple").orThrow();
        assertTrue(desk.session(first.token()).isPresent());
        assertEquals(Optional.empty(), desk.session(other.token()));
    }

    @Test
    void weakPasswordsAreRefused() {
        Session session = administrator();
        for (String weak : List.of("short", "aaaaaaaaaaaaaaa", GOOD, "x".repeat(201))) {
            assertEquals("WEAK_PASSWORD", code(desk.changePassword(session, GOOD, weak)));
        }
        assertEquals(
                "SIGN_IN_FAILED", code(desk.changePassword(session, "guess", "another fine one")));
    }

    @Test
    void aSessionThatEndedChangesNoPassword() {
        Session session = administrator();
        desk.signOut(session.token());
        assertEquals("SESSION_ENDED", code(desk.changePassword(session, GOOD, "another fine one")));
    }

    @Test
    @Tag("SEC-06")
    void eachWriteLeavesOneAuditRecord() {
        Session session = administrator();
        desk.addUser(session.caller(), "carla", Role.CLERK).orThrow();
        desk.audit(session.caller(), "credit.add", "A-1", "12.34 KES");
        assertEquals(
                List.of("user.add", "session.open", "password.change", "user.add", "credit.add"),
                store.trail.stream().map(r -> r.action()).toList());
        assertEquals("admin", store.trail.get(4).by());
    }

    @Test
    void theTrailIsReadInSlicesByAdministratorsOnly() {
        Session session = administrator();
        Slice<?> first = desk.auditTrail(session.caller(), 2, Optional.empty());
        assertEquals(2, first.items().size());
        assertEquals(1, desk.auditTrail(session.caller(), 2, first.next()).items().size());
        var clerk = new Caller("carla", Role.CLERK.rights());
        assertThrows(Caller.Denied.class, () -> desk.auditTrail(clerk, 2, Optional.empty()));
        assertThrows(Caller.Denied.class, () -> desk.users(clerk, 2, Optional.empty()));
        assertThrows(Caller.Denied.class, () -> desk.addUser(clerk, "eve", Role.CLERK));
    }

    @Test
    void namesAreUniqueAndPlain() {
        Caller admin = administrator().caller();
        assertEquals("DUPLICATE", code(desk.addUser(admin, "admin", Role.CLERK)));
        for (String bad : List.of("", "a", "Eve", "a b", "x".repeat(41), "../etc")) {
            assertEquals("BAD_NAME", code(desk.addUser(admin, bad, Role.CLERK)));
        }
    }

    @Test
    void theSamePasswordHashesDifferentlyEachTime() {
        var passwords = new Passwords(new Random(1), 10);
        String hash = passwords.hash(GOOD);
        assertNotEquals(hash, passwords.hash(GOOD));
        assertTrue(passwords.matches(GOOD, Optional.of(hash)));
        assertFalse(passwords.matches(GOOD + "!", Optional.of(hash)));
    }
}
