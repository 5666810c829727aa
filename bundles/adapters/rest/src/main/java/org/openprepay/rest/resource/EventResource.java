package org.openprepay.rest.resource;

import io.swagger.v3.oas.annotations.Operation;
import java.util.OptionalLong;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.sse.Sse;
import javax.ws.rs.sse.SseEventSink;
import org.jspecify.annotations.Nullable;
import org.openprepay.access.Access;
import org.openprepay.api.Right;
import org.openprepay.rest.http.Needs;
import org.openprepay.rest.http.Problem;
import org.openprepay.rest.http.SignedIn;
import org.openprepay.rest.live.EventStream;

/** Live events as server-sent events, numbered in commit order. */
@Path("/")
public final class EventResource {
    private final EventStream stream;
    private final Access access;

    public EventResource(EventStream stream, Access access) {
        this.stream = stream;
        this.access = access;
    }

    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Needs(Right.VIEW)
    @Operation(summary = "Readings, balances, supply, alerts, rules; replay by Last-Event-ID")
    public void watch(
            @Context SecurityContext who,
            @HeaderParam("Last-Event-ID") @Nullable String last,
            @Context SseEventSink sink,
            @Context Sse sse) {
        String token = SignedIn.session(who).orElseThrow(Problem::whoAreYou).token();
        OptionalLong after =
                last == null ? OptionalLong.empty() : OptionalLong.of(Numbers.id(last));
        var watcher = new SseWatcher(sink, sse, () -> access.session(token).isPresent());
        if (!stream.join(watcher, after)) {
            watcher.close();
            throw Problem.of(503, "TOO_MANY_WATCHERS", "Too many watch already; try again.");
        }
    }
}
