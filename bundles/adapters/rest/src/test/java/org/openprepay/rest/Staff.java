package org.openprepay.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openprepay.access.Access.AuditRecord;
import org.openprepay.access.Access.Session;
import org.openprepay.access.Access.User;
import org.openprepay.access.Role;
import org.openprepay.api.Caller;
import org.openprepay.api.Outcome;

/** A fake of the access door: a token is a role's code, {@code one-time} must change. */
public final class Staff {
    static final Instant LATER = Instant.parse("2026-01-02T00:00:00Z");
    final List<AuditRecord> trail = new ArrayList<>();
    volatile boolean signedOut;

    public Outcome<Session> signIn(String name, String password) {
        return password.equals("right")
                ? Outcome.accepted(session(name).orElseThrow())
                : Outcome.refused("SIGN_IN_FAILED", "Name or password is wrong.");
    }

    public Optional<Session> session(String token) {
        if (signedOut) {
            return Optional.empty();
        }
        if (token.equals("one-time")) {
            var user = new User("new", Role.CLERK, true, LATER);
            return Optional.of(
                    new Session(token, user, new Caller("new", java.util.Set.of()), LATER));
        }
        for (Role role : Role.values()) {
            if (role.code().equals(token)) {
                var user = new User(token, role, false, LATER);
                return Optional.of(
                        new Session(token, user, new Caller(token, role.rights()), LATER));
            }
        }
        return Optional.empty();
    }

    public Outcome<User> changePassword(Session session, String current, String next) {
        return Outcome.accepted(new User(session.user().name(), Role.CLERK, false, LATER));
    }

    public void audit(Caller caller, String action, String subject, String detail) {
        trail.add(new AuditRecord(trail.size() + 1, LATER, caller.name(), action, subject, detail));
    }
}
