package org.openprepay.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.Principal;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.access.Role;
import org.openprepay.api.Right;

@Tag("SEC-02")
class ShellCallerTest {

    @Test
    void staffHaveTheRightsOfTheirRole() {
        var clerk = subject("amina", "viewer", "clerk");
        assertEquals("amina", ShellCaller.of(clerk).name());
        assertEquals(Role.CLERK.rights(), ShellCaller.of(clerk).rights());
    }

    @Test
    void theServersOwnConsoleIsTheOperator() {
        assertEquals("system:shell", ShellCaller.of(subject("karaf", "admin")).name());
        assertTrue(ShellCaller.of(null).may(Right.ADMINISTER));
    }

    @Test
    void aUserWithoutARoleOfOursMayNothing() {
        assertEquals(Set.of(), ShellCaller.of(subject("guest", "ssh")).rights());
    }

    private static Subject subject(String name, String... roles) {
        var principals = new java.util.HashSet<Principal>(Set.of(new UserPrincipal(name)));
        for (String role : roles) {
            principals.add(new RolePrincipal(role));
        }
        return new Subject(true, principals, Set.of(), Set.of());
    }
}
