package org.openprepay.rest.resource;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.openprepay.api.Caller;
import org.openprepay.api.Right;
import org.openprepay.prepayment.Alerts;
import org.openprepay.prepayment.SupplyDesk;
import org.openprepay.rest.http.Answer;
import org.openprepay.rest.http.Input;
import org.openprepay.rest.http.Needs;
import org.openprepay.rest.http.Page;
import org.openprepay.rest.http.SignedIn;

/** What needs somebody, and the cut brake. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class WatchResource {
    private final Alerts alerts;
    private final SupplyDesk desk;

    public WatchResource(Alerts alerts, SupplyDesk desk) {
        this.alerts = alerts;
        this.desk = desk;
    }

    /** An alert. */
    public record AlertForm(
            long id,
            String severity,
            String code,
            String subject,
            String text,
            Instant at,
            int count,
            Optional<Instant> cleared,
            Optional<String> acknowledgedBy) {
        static AlertForm of(Alerts.Alert alert) {
            return new AlertForm(
                    alert.id(),
                    alert.severity(),
                    alert.code(),
                    alert.subject(),
                    alert.text(),
                    alert.at(),
                    alert.count(),
                    alert.cleared(),
                    alert.acknowledgedBy());
        }
    }

    /** The cut brake. */
    public record BrakeForm(
            boolean stopped,
            String reason,
            String by,
            Instant since,
            int cutsThisHour,
            int limitPerHour,
            int held) {
        static BrakeForm of(SupplyDesk.Brake brake) {
            return new BrakeForm(
                    brake.stopped(),
                    brake.reason(),
                    brake.by(),
                    brake.since(),
                    brake.cutsThisHour(),
                    brake.limitPerHour(),
                    brake.held());
        }
    }

    /** Stop all cuts, or release them. */
    public record BrakeChange(boolean stopped, String reason) {}

    @GET
    @Path("alerts")
    @Needs(Right.VIEW)
    @Operation(summary = "Alerts, newest first")
    public Page.Items<AlertForm> list(
            @Context SecurityContext who,
            @QueryParam("open") @DefaultValue("true") boolean open,
            @BeanParam Page page) {
        var found = alerts.list(SignedIn.caller(who), open, page.limit(), page.after());
        return Page.Items.of(found, AlertForm::of);
    }

    @POST
    @Path("alerts/{id}/acknowledge")
    @Needs(Right.OPERATE)
    @Operation(summary = "Somebody takes care of it")
    public AlertForm acknowledge(@Context SecurityContext who, @PathParam("id") String id) {
        Caller caller = SignedIn.caller(who);
        long number = Numbers.id(id);
        return AlertForm.of(Answer.named(alerts.acknowledge(caller, number)));
    }

    @GET
    @Path("supply/brake")
    @Needs(Right.VIEW)
    @Operation(summary = "The cut brake")
    public BrakeForm brake(@Context SecurityContext who) {
        return BrakeForm.of(desk.brake(SignedIn.caller(who)));
    }

    @POST
    @Path("supply/brake")
    @Needs(Right.ADMINISTER)
    @Operation(summary = "Stop all cuts, or release them; the same again changes nothing")
    public BrakeForm brake(
            @Context SecurityContext who,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            BrakeChange change) {
        Input.key(key);
        Caller caller = SignedIn.caller(who);
        return BrakeForm.of(Answer.of(desk.brake(caller, change.stopped(), change.reason())));
    }
}
