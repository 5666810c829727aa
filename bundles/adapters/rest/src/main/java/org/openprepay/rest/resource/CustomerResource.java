package org.openprepay.rest.resource;

import io.swagger.v3.oas.annotations.Operation;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
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
import org.openprepay.api.Caller;
import org.openprepay.api.CustomerId;
import org.openprepay.api.Right;
import org.openprepay.api.ServicePointId;
import org.openprepay.customers.Customers;
import org.openprepay.rest.http.Answer;
import org.openprepay.rest.http.Audited;
import org.openprepay.rest.http.Input;
import org.openprepay.rest.http.Needs;
import org.openprepay.rest.http.Page;
import org.openprepay.rest.http.Problem;
import org.openprepay.rest.http.SignedIn;

/** Customers and service points. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CustomerResource {
    private final Customers customers;
    private final Audited audited;

    public CustomerResource(Customers customers, Audited audited) {
        this.customers = customers;
        this.audited = audited;
    }

    @POST
    @Path("customers")
    @Needs(Right.SELL)
    @Operation(summary = "Add a customer")
    public Response add(@Context SecurityContext who, CustomerForm form) {
        Caller caller = SignedIn.caller(who);
        var customer = form.customer();
        return created(
                CustomerForm.of(
                        Answer.of(
                                audited.write(
                                        caller,
                                        "customer.add",
                                        form.id(),
                                        customer.name(),
                                        () -> customers.add(caller, customer)))));
    }

    @GET
    @Path("customers")
    @Needs(Right.VIEW)
    @Operation(summary = "Find customers by any part of name, phone or number")
    public Page.Items<CustomerForm> search(
            @Context SecurityContext who,
            @QueryParam("query") @DefaultValue("") String query,
            @BeanParam Page page) {
        var found = customers.search(SignedIn.caller(who), query, page.limit(), page.after());
        return Page.Items.of(found, CustomerForm::of);
    }

    @GET
    @Path("customers/{id}")
    @Needs(Right.VIEW)
    @Operation(summary = "One customer")
    public CustomerForm find(@Context SecurityContext who, @PathParam("id") String id) {
        CustomerId customer = Input.of("id", id, CustomerId::new);
        return customers
                .find(SignedIn.caller(who), customer)
                .map(CustomerForm::of)
                .orElseThrow(() -> Problem.unknown("customer", id));
    }

    @POST
    @Path("service-points")
    @Needs(Right.SELL)
    @Operation(summary = "Add a service point")
    public Response addServicePoint(@Context SecurityContext who, ServicePointForm form) {
        Caller caller = SignedIn.caller(who);
        var point = form.servicePoint();
        return created(
                ServicePointForm.of(
                        Answer.of(
                                audited.write(
                                        caller,
                                        "service-point.add",
                                        form.id(),
                                        point.address(),
                                        () -> customers.add(caller, point)))));
    }

    @GET
    @Path("service-points/{id}")
    @Needs(Right.VIEW)
    @Operation(summary = "One service point")
    public ServicePointForm servicePoint(@Context SecurityContext who, @PathParam("id") String id) {
        ServicePointId point = Input.of("id", id, ServicePointId::new);
        return customers
                .find(SignedIn.caller(who), point)
                .map(ServicePointForm::of)
                .orElseThrow(() -> Problem.unknown("service point", id));
    }

    private static Response created(Object entity) {
        return Response.status(Response.Status.CREATED).entity(entity).build();
    }
}
