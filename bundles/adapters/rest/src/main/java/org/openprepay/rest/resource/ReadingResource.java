package org.openprepay.rest.resource;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.openprepay.api.Caller;
import org.openprepay.api.Right;
import org.openprepay.metering.Metering;
import org.openprepay.metering.Row;
import org.openprepay.metering.Verdict;
import org.openprepay.prepayment.Intake;
import org.openprepay.rest.http.Answer;
import org.openprepay.rest.http.Audited;
import org.openprepay.rest.http.Input;
import org.openprepay.rest.http.Needs;
import org.openprepay.rest.http.Page;
import org.openprepay.rest.http.Problem;
import org.openprepay.rest.http.SignedIn;

/** Deliveries of readings, and those that were not believed. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ReadingResource {
    private final Intake intake;
    private final Metering metering;
    private final Audited audited;

    public ReadingResource(Intake intake, Metering metering, Audited audited) {
        this.intake = intake;
        this.metering = metering;
        this.audited = audited;
    }

    /** What became of a delivery. */
    public record Delivered(List<RowVerdict> rows) {}

    /** What became of one row. */
    public record RowVerdict(int index, State state, String why) {
        static RowVerdict of(int index, Verdict verdict) {
            return new RowVerdict(index, new State(verdict.state()), verdict.why());
        }
    }

    /** A verdict in small letters. */
    public record State(@JsonValue String code) {
        State(Verdict.State state) {
            this(state.name().toLowerCase(Locale.ROOT));
        }
    }

    /** A row that was not believed. */
    public record Quarantined(
            long id, String meter, String row, String why, Instant received, String state) {
        static Quarantined of(Metering.Quarantined held) {
            return new Quarantined(
                    held.id(),
                    held.meter().value(),
                    held.row(),
                    held.why(),
                    held.received(),
                    held.state());
        }
    }

    /** Why a person decided so. */
    public record Reason(String reason) {}

    @POST
    @Path("readings")
    @Needs(Right.FEED)
    @Operation(summary = "Deliver readings; rows are de-duplicated")
    public Delivered deliver(
            @Context SecurityContext who,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            List<RowForm> forms) {
        Input.key(key);
        if (forms.isEmpty() || forms.size() > Intake.MAX_ROWS) {
            throw Problem.badInput("", "A delivery has 1 to " + Intake.MAX_ROWS + " rows.");
        }
        Caller caller = SignedIn.caller(who);
        String source = "rest:" + caller.name();
        List<Row> rows =
                IntStream.range(0, forms.size())
                        .mapToObj(i -> forms.get(i).row("[" + i + "]", source))
                        .toList();
        List<Verdict> verdicts = Answer.of(intake.accept(caller, rows));
        return new Delivered(
                IntStream.range(0, verdicts.size())
                        .mapToObj(i -> RowVerdict.of(i, verdicts.get(i)))
                        .toList());
    }

    @GET
    @Path("quarantine")
    @Needs(Right.VIEW)
    @Operation(summary = "Rows that were not believed")
    public Page.Items<Quarantined> quarantine(@Context SecurityContext who, @BeanParam Page page) {
        var held = metering.quarantine(SignedIn.caller(who), page.limit(), page.after());
        return Page.Items.of(held, Quarantined::of);
    }

    @POST
    @Path("quarantine/{id}/release")
    @Needs(Right.OPERATE)
    @Operation(summary = "A person believes the row: it is charged now")
    public RowVerdict release(
            @Context SecurityContext who, @PathParam("id") String id, Reason body) {
        Caller caller = SignedIn.caller(who);
        long number = Numbers.id(id);
        return RowVerdict.of(0, Answer.named(intake.release(caller, number, body.reason())));
    }

    @POST
    @Path("quarantine/{id}/reject")
    @Needs(Right.OPERATE)
    @Operation(summary = "A person rejects the row for good")
    public Quarantined reject(
            @Context SecurityContext who, @PathParam("id") String id, Reason body) {
        Caller caller = SignedIn.caller(who);
        long number = Numbers.id(id);
        return Quarantined.of(
                Answer.named(
                        audited.write(
                                caller,
                                "quarantine.reject",
                                id,
                                body.reason(),
                                () -> metering.reject(caller, number, body.reason()))));
    }
}
