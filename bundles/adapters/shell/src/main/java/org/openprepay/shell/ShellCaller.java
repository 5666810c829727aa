package org.openprepay.shell;

import java.security.AccessController;
import java.security.Principal;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.jspecify.annotations.Nullable;
import org.openprepay.access.Role;
import org.openprepay.api.Caller;

/**
 * Who types: the signed-in user with the rights of their role; at the server's own console, where
 * nobody signs in, the server's operator.
 */
final class ShellCaller {
    private static final String OPERATOR = "admin";

    private ShellCaller() {}

    @SuppressWarnings("removal")
    static Caller now() {
        return of(Subject.getSubject(AccessController.getContext()));
    }

    static Caller of(@Nullable Subject subject) {
        if (subject == null) {
            return Caller.system("shell");
        }
        String name =
                subject.getPrincipals(UserPrincipal.class).stream()
                        .map(Principal::getName)
                        .findFirst()
                        .orElse("nobody");
        Set<String> roles =
                subject.getPrincipals(RolePrincipal.class).stream()
                        .map(Principal::getName)
                        .collect(Collectors.toSet());
        return Arrays.stream(Role.values())
                .filter(role -> roles.contains(role.code()))
                .findFirst()
                .map(role -> new Caller(name, role.rights()))
                .orElseGet(() -> operator(name, roles));
    }

    private static Caller operator(String name, Set<String> roles) {
        return roles.contains(OPERATOR) ? Caller.system("shell") : new Caller(name, Set.of());
    }
}
