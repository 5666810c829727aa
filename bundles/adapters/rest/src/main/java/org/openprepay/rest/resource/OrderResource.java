package org.openprepay.rest.resource;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
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
import org.openprepay.api.Caller;
import org.openprepay.api.MeterId;
import org.openprepay.api.OrderId;
import org.openprepay.api.Right;
import org.openprepay.metering.Meter;
import org.openprepay.metering.MeterOrder;
import org.openprepay.metering.Metering;
import org.openprepay.metering.Orders;
import org.openprepay.rest.http.Answer;
import org.openprepay.rest.http.Audited;
import org.openprepay.rest.http.Input;
import org.openprepay.rest.http.Needs;
import org.openprepay.rest.http.Page;
import org.openprepay.rest.http.Problem;
import org.openprepay.rest.http.SignedIn;

/** Commands to meters. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OrderResource {
    private static final Duration VALID = Duration.ofHours(1);
    private static final int ON_DEMAND = 3;
    private static final Set<String> KINDS = Set.of("read", "read-supply", "clock");
    private final Orders orders;
    private final Metering metering;
    private final InstantSource wall;
    private final Audited audited;

    public OrderResource(Orders orders, Metering metering, InstantSource wall, Audited audited) {
        this.orders = orders;
        this.metering = metering;
        this.wall = wall;
        this.audited = audited;
    }

    /** An order as it is asked for: {@code read}, {@code read-supply} or {@code clock}. */
    public record NewOrder(String kind) {}

    /** An order and what became of it. */
    public record OrderForm(
            String id,
            String meter,
            String kind,
            String argument,
            long number,
            String state,
            int attempts,
            Instant placed,
            Instant expires,
            String detail,
            String by) {
        static OrderForm of(MeterOrder order) {
            return new OrderForm(
                    order.id().value(),
                    order.meter().value(),
                    order.kind(),
                    order.argument(),
                    order.number(),
                    order.state().name().toLowerCase(Locale.ROOT),
                    order.attempts(),
                    order.placed(),
                    order.expires(),
                    order.detail(),
                    order.by());
        }
    }

    @POST
    @Path("meters/{id}/orders")
    @Needs(Right.OPERATE)
    @Operation(summary = "Order a meter; supply follows accounts and is overridden there")
    public Response place(
            @Context SecurityContext who,
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            NewOrder form) {
        Caller caller = SignedIn.caller(who);
        MeterOrder order = order(caller, meter(id), Input.key(key), form.kind());
        MeterOrder placed =
                Answer.named(
                        audited.write(
                                caller,
                                "order.place",
                                id,
                                form.kind(),
                                () -> orders.place(caller, order)));
        if (!placed.meter().equals(order.meter()) || !placed.kind().equals(order.kind())) {
            throw Problem.conflict(
                    "IDEMPOTENCY_CONFLICT",
                    "Idempotency-Key",
                    "This key placed another order; use a fresh one.");
        }
        return Response.status(Response.Status.CREATED).entity(OrderForm.of(placed)).build();
    }

    @GET
    @Path("orders/{id}")
    @Needs(Right.VIEW)
    @Operation(summary = "One order")
    public OrderForm find(@PathParam("id") String id) {
        return orders.find(Input.of("id", id, OrderId::new))
                .map(OrderForm::of)
                .orElseThrow(() -> Problem.unknown("order", id));
    }

    @GET
    @Path("orders")
    @Needs(Right.VIEW)
    @Operation(summary = "Orders, newest first")
    public Page.Items<OrderForm> list(
            @Context SecurityContext who,
            @QueryParam("meter") @Nullable String meter,
            @BeanParam Page page) {
        Optional<MeterId> of =
                Optional.ofNullable(meter).map(id -> Input.of("meter", id, MeterId::new));
        return Page.Items.of(
                orders.list(SignedIn.caller(who), of, page.limit(), page.after()), OrderForm::of);
    }

    private MeterId meter(String id) {
        return metering.find(Input.of("id", id, MeterId::new))
                .map(Meter::id)
                .orElseThrow(() -> Problem.unknown("meter", id));
    }

    private MeterOrder order(Caller caller, MeterId meter, String id, String kind) {
        if (!KINDS.contains(kind)) {
            throw Problem.badInput("kind", "An order is one of " + new TreeSet<>(KINDS) + ".");
        }
        Instant now = wall.instant();
        return new MeterOrder(
                new OrderId(id),
                meter,
                kind,
                "",
                0,
                ON_DEMAND,
                MeterOrder.State.QUEUED,
                0,
                now,
                now.plus(VALID),
                now,
                "",
                caller.name());
    }
}
