package org.openprepay.webconsole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.access.Access;
import org.openprepay.access.Access.Session;
import org.openprepay.access.Access.User;
import org.openprepay.access.Role;
import org.openprepay.api.Caller;
import org.openprepay.api.Outcome;

@Tag("SEC-02")
class StaffLoginTest {
    private final Subject subject = new Subject();

    @Test
    void anAdministratorEntersTheWebConsole() throws Exception {
        assertTrue(login("administrator", "right", false));
        assertTrue(roles().containsAll(Set.of("admin", "ssh", "administrator")));
    }

    @Test
    void aClerkOnlyViews() throws Exception {
        assertTrue(login("clerk", "right", false));
        assertEquals(Set.of("viewer", "clerk"), roles());
    }

    @Test
    void aWrongOrOneTimePasswordDoesNotEnter() {
        assertThrows(LoginException.class, () -> login("clerk", "wrong", false));
        assertThrows(LoginException.class, () -> login("clerk", "right", true));
        assertTrue(subject.getPrincipals().isEmpty());
    }

    @Test
    void everyValueOfThePageIsEscaped() {
        String row = new Html().row("<script>alert('x')</script>").text();
        assertFalse(row.contains("<script>"), row);
        assertTrue(row.contains("&lt;script&gt;"), row);
    }

    private Set<String> roles() {
        return subject.getPrincipals(RolePrincipal.class).stream()
                .map(RolePrincipal::getName)
                .collect(Collectors.toSet());
    }

    private boolean login(String name, String password, boolean mustChange) throws Exception {
        var login = new StaffLogin();
        login.initialize(
                subject,
                questions -> answer(questions, name, password),
                Map.of(),
                Map.of(StaffLogin.ACCESS, Part.of(Access.class, new Door(mustChange))));
        return login.login() && login.commit();
    }

    private static void answer(Callback[] questions, String name, String password) {
        ((NameCallback) questions[0]).setName(name);
        ((PasswordCallback) questions[1]).setPassword(password.toCharArray());
    }

    /** A fake of the access door. */
    public record Door(boolean mustChange) {
        public Outcome<Session> signIn(String name, String password) {
            Role role = Role.of(name);
            var user = new User(name, role, mustChange, Instant.EPOCH);
            return password.equals("right")
                    ? Outcome.accepted(
                            new Session("t", user, new Caller(name, role.rights()), Instant.MAX))
                    : Outcome.refused("SIGN_IN_FAILED", "Name or password is wrong.");
        }

        public void signOut(String token) {}
    }
}
