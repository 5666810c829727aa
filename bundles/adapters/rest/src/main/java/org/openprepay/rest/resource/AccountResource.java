package org.openprepay.rest.resource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
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
import org.openprepay.api.Outcome;
import org.openprepay.api.Right;
import org.openprepay.api.UtilityClock;
import org.openprepay.customers.ServicePoint;
import org.openprepay.notices.Notice;
import org.openprepay.prepayment.Account;
import org.openprepay.prepayment.Accounts;
import org.openprepay.rest.http.Answer;
import org.openprepay.rest.http.Input;
import org.openprepay.rest.http.Needs;
import org.openprepay.rest.http.Page;
import org.openprepay.rest.http.Problem;
import org.openprepay.rest.http.SignedIn;
import org.openprepay.tariff.BillLine;

/** Accounts: open, see, and explain. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AccountResource {
    private static final int MAX_NOTICES = 100;
    private final Accounts accounts;
    private final Places places;
    private final UtilityClock clock;

    public AccountResource(Accounts accounts, Places places, UtilityClock clock) {
        this.accounts = accounts;
        this.places = places;
        this.clock = clock;
    }

    /** One line of the running bill. */
    public record BillLineForm(
            String key,
            String title,
            @Schema(type = "string") Optional<BigDecimal> quantity,
            @Schema(type = "string") Optional<BigDecimal> rate,
            @Schema(type = "string") BigDecimal amount,
            String rule) {
        static BillLineForm of(BillLine line) {
            return new BillLineForm(
                    line.key(),
                    line.title(),
                    line.quantity(),
                    line.rate(),
                    line.amount(),
                    line.rule());
        }
    }

    /** A message to the customer. */
    public record NoticeForm(String topic, String text, Instant at, String state) {
        static NoticeForm of(Notice notice) {
            return new NoticeForm(
                    notice.topic(),
                    notice.text(),
                    notice.at(),
                    notice.state().name().toLowerCase(Locale.ROOT));
        }
    }

    @POST
    @Path("accounts")
    @Needs(Right.SELL)
    @Operation(summary = "Open an account and link its meter")
    public Response open(@Context SecurityContext who, AccountForm form) {
        Caller caller = SignedIn.caller(who);
        ServicePoint point =
                places.find(caller, form.point())
                        .orElseThrow(
                                () ->
                                        Problem.refused(
                                                new Outcome.Refused<>(
                                                        "UNKNOWN_SERVICE_POINT",
                                                        Optional.of("servicePoint"),
                                                        "There is no service point "
                                                                + form.servicePoint()
                                                                + "; add it first."),
                                                false));
        AccountId id = form.number();
        Instant opened =
                accounts.find(caller, id)
                        .map(view -> view.account().opened())
                        .orElseGet(clock::instant);
        Account account = form.account(point, opened);
        Answer.of(accounts.open(caller, account));
        return Response.status(Response.Status.CREATED).entity(find(who, form.id())).build();
    }

    @GET
    @Path("accounts")
    @Needs(Right.VIEW)
    @Operation(summary = "All accounts, ordered by number")
    public Page.Items<AccountForm.Shown> list(@Context SecurityContext who, @BeanParam Page page) {
        Caller caller = SignedIn.caller(who);
        return Page.Items.of(
                accounts.list(caller, page.limit(), page.after()), view -> shown(caller, view));
    }

    @GET
    @Path("accounts/{id}")
    @Needs(Right.VIEW)
    @Operation(summary = "Everything about one account")
    public AccountForm.Shown find(@Context SecurityContext who, @PathParam("id") String id) {
        Caller caller = SignedIn.caller(who);
        return shown(caller, view(caller, id));
    }

    @GET
    @Path("accounts/{id}/statement")
    @Needs(Right.VIEW)
    @Operation(summary = "Entries with their proof, newest first")
    public Page.Items<StatementLine> statement(
            @Context SecurityContext who,
            @PathParam("id") String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @BeanParam Page page) {
        Caller caller = SignedIn.caller(who);
        return new Statement(accounts, caller, view(caller, id))
                .part(
                        Input.time("from", from, Instant.EPOCH),
                        Input.time("to", to, Statement.OPEN_END),
                        page);
    }

    @GET
    @Path("accounts/{id}/bill")
    @Needs(Right.VIEW)
    @Operation(summary = "Lines of the running bill")
    public Page.Items<BillLineForm> bill(@Context SecurityContext who, @PathParam("id") String id) {
        Caller caller = SignedIn.caller(who);
        AccountId account = view(caller, id).account().id();
        return Page.Items.whole(
                accounts.bill(caller, account).stream().map(BillLineForm::of).toList());
    }

    @GET
    @Path("accounts/{id}/notices")
    @Needs(Right.VIEW)
    @Operation(summary = "Messages to the customer, newest first")
    public Page.Items<NoticeForm> notices(
            @Context SecurityContext who, @PathParam("id") String id) {
        Caller caller = SignedIn.caller(who);
        AccountId account = view(caller, id).account().id();
        return Page.Items.whole(
                accounts.notices(caller, account, MAX_NOTICES).stream()
                        .map(NoticeForm::of)
                        .toList());
    }

    private Accounts.View view(Caller caller, String id) {
        return accounts.find(caller, Input.of("id", id, AccountId::new))
                .orElseThrow(() -> Problem.unknown("account", id));
    }

    private AccountForm.Shown shown(Caller caller, Accounts.View view) {
        return AccountForm.Shown.of(view, places.find(caller, view.account().servicePoint()));
    }
}
