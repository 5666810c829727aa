package org.openprepay.rest.resource;

import io.swagger.v3.oas.annotations.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.openprepay.api.MeterId;
import org.openprepay.api.Right;
import org.openprepay.metering.Metering;
import org.openprepay.rest.http.Lets;
import org.openprepay.rest.http.Needs;
import org.openprepay.rest.http.SignedIn;
import org.openprepay.rest.live.Tail;
import org.openprepay.rulebook.Rulebook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the server serves, its figures, and the description of this interface. */
@Path("/")
public final class ServerResource {
    private static final Logger LOG = LoggerFactory.getLogger(ServerResource.class);
    private static final MeterId PROBE = new MeterId("health-probe");
    private static final String UP = "UP";
    private static final String DOWN = "DOWN";
    private final Tail tail;
    private final Metering metering;
    private final Rulebook rulebook;
    private final Figures figures;
    private final Supplier<String> openApi;

    public ServerResource(
            Tail tail,
            Metering metering,
            Rulebook rulebook,
            Figures figures,
            Supplier<String> openApi) {
        this.tail = tail;
        this.metering = metering;
        this.rulebook = rulebook;
        this.figures = figures;
        this.openApi = openApi;
    }

    /**
     * Up when readings, money and rules can be served, also before the first tariff is published;
     * checks only for those who signed in.
     */
    public record Health(String status, Optional<Map<String, String>> checks) {}

    @GET
    @Path("health")
    @Produces(MediaType.APPLICATION_JSON)
    @Lets(Lets.Who.ANYBODY)
    @Operation(summary = "Whether the server serves")
    public Response health(@Context SecurityContext who) {
        var checks = new LinkedHashMap<String, String>();
        checks.put("store", check("store", () -> tail.lastNumber() >= 0));
        checks.put("rules", check("rules", () -> rulebook.latest().size() >= 0));
        checks.put("readings", check("readings", () -> metering.find(PROBE).isEmpty()));
        boolean up = !checks.containsValue(DOWN);
        Optional<Map<String, String>> shown = SignedIn.session(who).map(session -> checks);
        return Response.status(up ? 200 : 503).entity(new Health(up ? UP : DOWN, shown)).build();
    }

    @GET
    @Path("metrics")
    @Produces(MediaType.TEXT_PLAIN)
    @Needs(Right.ADMINISTER)
    @Operation(summary = "Figures in the Prometheus text format")
    public String metrics(@Context SecurityContext who) {
        return figures.text(SignedIn.caller(who));
    }

    @GET
    @Path("openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Lets(Lets.Who.ANYBODY)
    @Operation(summary = "This description")
    public String openApi() {
        return openApi.get();
    }

    private static String check(String name, BooleanSupplier serves) {
        try {
            return serves.getAsBoolean() ? UP : DOWN;
        } catch (RuntimeException e) {
            LOG.warn("health check failed check={}", name, e);
            return DOWN;
        }
    }
}
