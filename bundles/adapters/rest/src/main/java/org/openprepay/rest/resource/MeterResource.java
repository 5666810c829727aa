package org.openprepay.rest.resource;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.MeterId;
import org.openprepay.api.Right;
import org.openprepay.api.UtilityClock;
import org.openprepay.customers.Customers;
import org.openprepay.customers.MeterLink;
import org.openprepay.metering.Meter;
import org.openprepay.metering.Metering;
import org.openprepay.rest.http.Answer;
import org.openprepay.rest.http.Audited;
import org.openprepay.rest.http.Input;
import org.openprepay.rest.http.Needs;
import org.openprepay.rest.http.Page;
import org.openprepay.rest.http.Problem;
import org.openprepay.rest.http.SignedIn;

/** Meters and what they measured. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MeterResource {
    private final Metering metering;
    private final Customers customers;
    private final UtilityClock clock;
    private final Audited audited;

    public MeterResource(
            Metering metering, Customers customers, UtilityClock clock, Audited audited) {
        this.metering = metering;
        this.customers = customers;
        this.clock = clock;
        this.audited = audited;
    }

    @POST
    @Path("meters")
    @Needs(Right.OPERATE)
    @Operation(summary = "Register a meter")
    public Response register(@Context SecurityContext who, MeterForm form) {
        Caller caller = SignedIn.caller(who);
        MeterId id = Input.of("id", form.id(), MeterId::new);
        Instant registered = metering.find(id).map(Meter::registered).orElseGet(clock::instant);
        Meter meter = form.meter(registered);
        Meter kept =
                Answer.of(
                        audited.write(
                                caller,
                                "meter.register",
                                form.id(),
                                form.driver(),
                                () -> metering.register(caller, meter)));
        return Response.status(Response.Status.CREATED).entity(shown(kept)).build();
    }

    @GET
    @Path("meters")
    @Needs(Right.VIEW)
    @Operation(summary = "All meters, ordered by number")
    public Page.Items<MeterForm.Shown> list(@Context SecurityContext who, @BeanParam Page page) {
        var meters = metering.list(SignedIn.caller(who), page.limit(), page.after());
        Map<MeterId, Instant> heard =
                metering.lastReadings(
                        meters.items().stream().map(Meter::id).collect(Collectors.toSet()));
        return Page.Items.of(
                meters,
                meter ->
                        MeterForm.Shown.of(
                                meter,
                                Optional.ofNullable(heard.get(meter.id())),
                                Optional.empty()));
    }

    @GET
    @Path("meters/{id}")
    @Needs(Right.VIEW)
    @Operation(summary = "One meter with its account")
    public MeterForm.Shown find(@PathParam("id") String id) {
        return shown(meter(id));
    }

    @GET
    @Path("meters/{id}/readings")
    @Needs(Right.VIEW)
    @Operation(summary = "Stored readings, newest first")
    public Page.Items<ReadingForm> readings(
            @Context SecurityContext who,
            @PathParam("id") String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @BeanParam Page page) {
        Instant until = Input.time("to", to, clock.instant().plusSeconds(1));
        Instant since = Input.time("from", from, Instant.EPOCH);
        var stored =
                metering.readings(SignedIn.caller(who), meter(id).id(), since, until, page.limit());
        return Page.Items.whole(stored.stream().map(ReadingForm::of).toList());
    }

    private Meter meter(String id) {
        return metering.find(Input.of("id", id, MeterId::new))
                .orElseThrow(() -> Problem.unknown("meter", id));
    }

    private MeterForm.Shown shown(Meter meter) {
        Instant now = clock.instant();
        var ids = Set.of(meter.id());
        Optional<AccountId> account =
                customers.links(ids).values().stream()
                        .flatMap(links -> links.stream())
                        .filter(link -> link.holdsAt(now))
                        .map(MeterLink::account)
                        .findFirst();
        return MeterForm.Shown.of(
                meter, Optional.ofNullable(metering.lastReadings(ids).get(meter.id())), account);
    }
}
