package org.openprepay.rest.resource;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.openprepay.api.Caller;
import org.openprepay.api.Outcome;
import org.openprepay.api.Right;
import org.openprepay.api.UtilityClock;
import org.openprepay.rest.http.Answer;
import org.openprepay.rest.http.Audited;
import org.openprepay.rest.http.Input;
import org.openprepay.rest.http.Needs;
import org.openprepay.rest.http.Page;
import org.openprepay.rest.http.Problem;
import org.openprepay.rest.http.SignedIn;
import org.openprepay.rulebook.PackFiles;
import org.openprepay.rulebook.PackVersion;
import org.openprepay.rulebook.RuleProblem;
import org.openprepay.rulebook.Rulebook;

/** Rule packs and their versions. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TariffResource {
    private final Rulebook rulebook;
    private final UtilityClock clock;
    private final Audited audited;

    public TariffResource(Rulebook rulebook, UtilityClock clock, Audited audited) {
        this.rulebook = rulebook;
        this.clock = clock;
        this.audited = audited;
    }

    /** What is wrong, and where. */
    public record ProblemForm(String file, int line, String rule, String message) {
        static ProblemForm of(RuleProblem problem) {
            return new ProblemForm(
                    problem.file(), problem.line(), problem.rule(), problem.message());
        }
    }

    /** A version of a pack; problems are those of the last attempt to publish it. */
    public record PackForm(
            String name,
            String kind,
            String title,
            int version,
            String digest,
            Instant effective,
            String author,
            List<ProblemForm> problems) {
        static PackForm of(PackVersion version, List<RuleProblem> problems) {
            return new PackForm(
                    version.pack(),
                    version.kind(),
                    version.title(),
                    version.number(),
                    version.digest(),
                    version.effective(),
                    version.author(),
                    problems.stream().map(ProblemForm::of).toList());
        }
    }

    /** A new content of a pack; without a date it is effective now. */
    public record NewVersion(Map<String, String> files, Optional<Instant> effective) {}

    /** An older version, published again. */
    public record Rollback(int version) {}

    @GET
    @Path("tariffs")
    @Needs(Right.VIEW)
    @Operation(summary = "All packs' newest versions")
    public Page.Items<PackForm> list() {
        return Page.Items.whole(
                rulebook.latest().stream()
                        .map(pack -> PackForm.of(pack, rulebook.problems(pack.pack())))
                        .toList());
    }

    @GET
    @Path("tariffs/{name}/versions")
    @Needs(Right.VIEW)
    @Operation(summary = "All versions of a pack, oldest first")
    public Page.Items<PackForm> versions(@PathParam("name") String name) {
        return Page.Items.whole(
                rulebook.versions(name).stream()
                        .map(version -> PackForm.of(version, List.of()))
                        .toList());
    }

    @POST
    @Path("tariffs/{name}/versions")
    @Needs(Right.ADMINISTER)
    @Operation(summary = "Compile, prove and publish; a refused pack leaves the old one serving")
    public Response publish(
            @Context SecurityContext who, @PathParam("name") String name, NewVersion form) {
        Caller caller = SignedIn.caller(who);
        PackFiles pack = Input.of("name", name, given -> PackFiles.of(given, form.files()));
        Instant effective = form.effective().orElseGet(clock::instant);
        var published =
                audited.write(
                        caller,
                        "tariff.publish",
                        name,
                        pack.digest(),
                        () -> rulebook.publish(caller, pack, effective));
        if (published instanceof Outcome.Refused<PackVersion> refused) {
            throw Problem.refused(refused, false)
                    .with(rulebook.problems(name).stream().map(ProblemForm::of).toList());
        }
        return created(published.orThrow());
    }

    @POST
    @Path("tariffs/{name}/rollback")
    @Needs(Right.ADMINISTER)
    @Operation(summary = "Publish an older version's content again, from now on")
    public Response rollback(
            @Context SecurityContext who, @PathParam("name") String name, Rollback form) {
        Caller caller = SignedIn.caller(who);
        return created(
                Answer.named(
                        audited.write(
                                caller,
                                "tariff.rollback",
                                name,
                                "to version " + form.version(),
                                () ->
                                        rulebook.rollback(
                                                caller, name, form.version(), clock.instant()))));
    }

    private static Response created(PackVersion version) {
        return Response.status(Response.Status.CREATED)
                .entity(PackForm.of(version, List.of()))
                .build();
    }
}
