package org.openprepay.rest.http;

import java.security.Principal;
import java.util.Optional;
import javax.ws.rs.core.SecurityContext;
import org.openprepay.access.Access.Session;
import org.openprepay.api.Caller;

/** The user behind a call. */
public record SignedIn(Session session) implements Principal {

    @Override
    public String getName() {
        return session.user().name();
    }

    /** The caller of a call that was let in as signed in. */
    public static Caller caller(SecurityContext context) {
        return session(context).orElseThrow(Problem::whoAreYou).caller();
    }

    /** The session of a call, if somebody signed in. */
    public static Optional<Session> session(SecurityContext context) {
        return context.getUserPrincipal() instanceof SignedIn user
                ? Optional.of(user.session())
                : Optional.empty();
    }
}
