package org.openprepay.rest.resource;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.openprepay.access.Access;
import org.openprepay.rest.http.Answer;
import org.openprepay.rest.http.Lets;
import org.openprepay.rest.http.Problem;
import org.openprepay.rest.http.SignedIn;

/** Signing in and out, and one's own password. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SessionResource {
    private final Access access;

    public SessionResource(Access access) {
        this.access = access;
    }

    /** Who signs in. */
    public record Credentials(String name, String password) {}

    /** A session's token, sent as {@code Authorization: Bearer}. */
    public record Opened(String token, Instant expires, Me user) {}

    /** The user who is signed in. */
    public record Me(String name, String role, boolean mustChange) {
        static Me of(Access.User user) {
            return new Me(user.name(), user.role().code(), user.mustChange());
        }
    }

    /** A change of one's own password. */
    public record Passwords(String current, String next) {}

    @POST
    @Path("sessions")
    @Lets(Lets.Who.ANYBODY)
    @Operation(summary = "Sign in")
    public Opened signIn(Credentials credentials) {
        var session = Answer.of(access.signIn(credentials.name(), credentials.password()));
        return new Opened(session.token(), session.expires(), Me.of(session.user()));
    }

    @DELETE
    @Path("sessions")
    @Lets(Lets.Who.SIGNED_IN)
    @Operation(summary = "Sign out")
    public void signOut(@Context SecurityContext who) {
        SignedIn.session(who).ifPresent(session -> access.signOut(session.token()));
    }

    @GET
    @Path("me")
    @Lets(Lets.Who.SIGNED_IN)
    @Operation(summary = "The user who is signed in")
    public Me me(@Context SecurityContext who) {
        return Me.of(session(who).user());
    }

    @PUT
    @Path("me/password")
    @Lets(Lets.Who.SIGNED_IN)
    @Operation(summary = "Set a new password")
    public Me password(@Context SecurityContext who, Passwords passwords) {
        return Me.of(
                Answer.of(
                        access.changePassword(
                                session(who), passwords.current(), passwords.next())));
    }

    private static Access.Session session(SecurityContext who) {
        return SignedIn.session(who).orElseThrow(Problem::whoAreYou);
    }
}
