package org.openprepay.rest.resource;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
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
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.EntryId;
import org.openprepay.api.IdSource;
import org.openprepay.api.Right;
import org.openprepay.api.UtilityClock;
import org.openprepay.prepayment.Accounts;
import org.openprepay.prepayment.Supply;
import org.openprepay.rest.http.Answer;
import org.openprepay.rest.http.Input;
import org.openprepay.rest.http.Needs;
import org.openprepay.rest.http.SignedIn;

/** What a clerk does with an account: money, emergency credit, protections, override. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CounterResource {
    private final Accounts accounts;
    private final UtilityClock clock;
    private final IdSource ids;

    public CounterResource(Accounts accounts, UtilityClock clock, IdSource ids) {
        this.accounts = accounts;
        this.clock = clock;
        this.ids = ids;
    }

    /** A counter payment, or an adjustment with its reason. */
    public record CreditForm(MoneyForm amount, String tender, Optional<String> reason) {}

    /** What a payment did. */
    public record ReceiptForm(
            String entry,
            String receipt,
            MoneyForm amount,
            Map<String, MoneyForm> filled,
            MoneyForm balance,
            SupplyForm supply) {
        static ReceiptForm of(Accounts.Receipt receipt) {
            return new ReceiptForm(
                    receipt.entry().value(),
                    receipt.number(),
                    MoneyForm.of(receipt.amount()),
                    MoneyForm.of(receipt.filled()),
                    MoneyForm.of(receipt.balance()),
                    SupplyForm.of(receipt.supply()));
        }
    }

    /** Nothing more is to be said. */
    public record Nothing() {}

    /** A protection as it is asked for. */
    public record NewProtection(String kind, String reason, Optional<Instant> until) {}

    /** Supply kept on or off whatever the balance. */
    public record OverrideForm(Supply.State state, Instant until, String reason) {}

    @POST
    @Path("accounts/{id}/credits")
    @Needs(Right.SELL)
    @Operation(summary = "Take money, or adjust; the same key and body gives the first receipt")
    public Response credit(
            @Context SecurityContext who,
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            CreditForm form) {
        Caller caller = SignedIn.caller(who);
        AccountId account = account(id);
        var credit =
                new Accounts.Credit(
                        new EntryId(Input.key(key)),
                        form.amount().money("amount"),
                        form.tender(),
                        form.reason().orElse(""));
        return created(ReceiptForm.of(Answer.named(accounts.credit(caller, account, credit))));
    }

    @POST
    @Path("accounts/{id}/emergency-credit")
    @Needs(Right.SELL)
    @Operation(summary = "Accept emergency credit that is offered")
    public Response emergencyCredit(
            @Context SecurityContext who,
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            Nothing nothing) {
        Caller caller = SignedIn.caller(who);
        AccountId account = account(id);
        var entry = new EntryId(Input.key(key));
        return created(
                ReceiptForm.of(
                        Answer.named(accounts.acceptEmergencyCredit(caller, account, entry))));
    }

    @POST
    @Path("accounts/{id}/protections")
    @Needs(Right.SELL)
    @Operation(summary = "Protect an account from being cut")
    public Response protect(
            @Context SecurityContext who, @PathParam("id") String id, NewProtection form) {
        Caller caller = SignedIn.caller(who);
        AccountId account = account(id);
        var protection =
                new Accounts.Protection(
                        ids.next(), form.kind(), form.reason(), clock.instant(), form.until());
        return created(
                AccountForm.ProtectionForm.of(
                        Answer.named(accounts.protect(caller, account, protection))));
    }

    @DELETE
    @Path("accounts/{id}/protections/{pid}")
    @Needs(Right.SELL)
    @Operation(summary = "End a protection")
    public AccountForm.ProtectionForm unprotect(
            @Context SecurityContext who,
            @PathParam("id") String id,
            @PathParam("pid") String protection,
            @QueryParam("reason") @DefaultValue("") String reason) {
        Caller caller = SignedIn.caller(who);
        AccountId account = account(id);
        return AccountForm.ProtectionForm.of(
                Answer.named(accounts.unprotect(caller, account, protection, reason)));
    }

    @POST
    @Path("accounts/{id}/supply-override")
    @Needs(Right.ADMINISTER)
    @Operation(summary = "Keep supply on or off until a time")
    public SupplyForm override(
            @Context SecurityContext who,
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            OverrideForm form) {
        Input.key(key);
        Caller caller = SignedIn.caller(who);
        AccountId account = account(id);
        return SupplyForm.of(
                Answer.named(
                        accounts.override(
                                caller, account, form.state(), form.until(), form.reason())));
    }

    private static AccountId account(String id) {
        return Input.of("id", id, AccountId::new);
    }

    private static Response created(Object entity) {
        return Response.status(Response.Status.CREATED).entity(entity).build();
    }
}
