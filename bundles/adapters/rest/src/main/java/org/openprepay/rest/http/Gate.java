package org.openprepay.rest.http;

import java.lang.reflect.Method;
import java.security.Principal;
import java.util.Optional;
import java.util.function.Function;
import javax.annotation.Priority;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.openprepay.access.Access.Session;

/** Lets a call in when its bearer holds what the called method needs, and nobody otherwise. */
@Priority(Priorities.AUTHENTICATION)
public final class Gate implements ContainerRequestFilter {
    private static final String BEARER = "Bearer ";
    private final Function<String, Optional<Session>> sessions;
    @Context private @Nullable ResourceInfo called;

    public Gate(Function<String, Optional<Session>> sessions) {
        this.sessions = sessions;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<Session> session = bearer(request).flatMap(sessions);
        session.ifPresent(
                s -> request.setSecurityContext(new Signed(s, request.getSecurityContext())));
        if (called == null) {
            throw Problem.youMayNot("This call declares no right.");
        }
        check(called.getResourceMethod(), session);
    }

    private static void check(@Nullable Method method, Optional<Session> session) {
        Lets lets = method == null ? null : method.getAnnotation(Lets.class);
        if (lets != null && lets.value() == Lets.Who.ANYBODY) {
            return;
        }
        Session signedIn = session.orElseThrow(Problem::whoAreYou);
        if (lets != null) {
            return;
        }
        Needs needs = method == null ? null : method.getAnnotation(Needs.class);
        if (needs == null) {
            throw Problem.youMayNot("This call declares no right.");
        }
        if (signedIn.user().mustChange()) {
            throw Problem.mustChangePassword();
        }
        signedIn.caller().require(needs.value());
    }

    private static Optional<String> bearer(ContainerRequestContext request) {
        return Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    private record Signed(Session session, SecurityContext before) implements SecurityContext {
        @Override
        public Principal getUserPrincipal() {
            return new SignedIn(session);
        }

        @Override
        public boolean isUserInRole(String role) {
            return session.user().role().code().equals(role);
        }

        @Override
        public boolean isSecure() {
            return before.isSecure();
        }

        @Override
        public String getAuthenticationScheme() {
            return "Bearer";
        }
    }
}
