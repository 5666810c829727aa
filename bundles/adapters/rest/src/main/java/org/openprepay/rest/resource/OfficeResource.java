package org.openprepay.rest.resource;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.openprepay.access.Access;
import org.openprepay.access.Role;
import org.openprepay.api.Money;
import org.openprepay.api.Right;
import org.openprepay.ledger.Ledger;
import org.openprepay.rest.http.Answer;
import org.openprepay.rest.http.Input;
import org.openprepay.rest.http.Needs;
import org.openprepay.rest.http.Page;
import org.openprepay.rest.http.SignedIn;

/** Staff, the audit, and the books as a whole. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OfficeResource {
    private final Access access;
    private final Ledger ledger;

    public OfficeResource(Access access, Ledger ledger) {
        this.access = access;
        this.ledger = ledger;
    }

    /** A member of staff; the one-time password only in the answer that made it. */
    public record UserForm(
            String name,
            String role,
            boolean mustChange,
            Instant created,
            Optional<String> oneTimePassword) {
        static UserForm of(Access.User user, Optional<String> password) {
            return new UserForm(
                    user.name(), user.role().code(), user.mustChange(), user.created(), password);
        }
    }

    /** A new member of staff. */
    public record NewUser(String name, String role) {}

    /** Who did what to what, and when. */
    public record AuditForm(
            long id, Instant at, String by, String action, String subject, String detail) {
        static AuditForm of(Access.AuditRecord record) {
            return new AuditForm(
                    record.id(),
                    record.at(),
                    record.by(),
                    record.action(),
                    record.subject(),
                    record.detail());
        }
    }

    /** A book and its balance. */
    public record BookForm(String book, MoneyForm balance) {}

    /** All books; the sum of each currency is zero. */
    public record TrialBalance(List<BookForm> items, Map<String, String> sums) {}

    @GET
    @Path("users")
    @Needs(Right.ADMINISTER)
    @Operation(summary = "Staff")
    public Page.Items<UserForm> users(@Context SecurityContext who, @BeanParam Page page) {
        var users = access.users(SignedIn.caller(who), page.limit(), page.after());
        return Page.Items.of(users, user -> UserForm.of(user, Optional.empty()));
    }

    @POST
    @Path("users")
    @Needs(Right.ADMINISTER)
    @Operation(summary = "Add staff; the one-time password is answered once")
    public Response addUser(@Context SecurityContext who, NewUser form) {
        Role role = Input.of("role", form.role(), Role::of);
        var added = Answer.of(access.addUser(SignedIn.caller(who), form.name(), role));
        return Response.status(Response.Status.CREATED)
                .entity(UserForm.of(added.user(), Optional.of(added.oneTimePassword())))
                .build();
    }

    @GET
    @Path("audit")
    @Needs(Right.ADMINISTER)
    @Operation(summary = "The audit of every write, newest first")
    public Page.Items<AuditForm> audit(@Context SecurityContext who, @BeanParam Page page) {
        var records = access.auditTrail(SignedIn.caller(who), page.limit(), page.after());
        return Page.Items.of(records, AuditForm::of);
    }

    @GET
    @Path("ledger/trial-balance")
    @Needs(Right.VIEW)
    @Operation(summary = "Every book and its balance")
    public TrialBalance trialBalance() {
        var lines = ledger.trialBalance();
        var sums = new TreeMap<String, Money>();
        lines.forEach(line -> sums.merge(line.balance().currency(), line.balance(), Money::plus));
        var texts = new TreeMap<String, String>();
        sums.forEach((currency, sum) -> texts.put(currency, sum.amount().toPlainString()));
        return new TrialBalance(
                lines.stream()
                        .map(line -> new BookForm(line.book().path(), MoneyForm.of(line.balance())))
                        .toList(),
                texts);
    }
}
