package org.openprepay.rest.resource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.openprepay.api.Caller;
import org.openprepay.api.Right;
import org.openprepay.api.Slice;
import org.openprepay.api.UtilityClock;
import org.openprepay.customers.ServicePoint;
import org.openprepay.prepayment.Account;
import org.openprepay.prepayment.Accounts;
import org.openprepay.prepayment.Alerts;
import org.openprepay.prepayment.Supply;
import org.openprepay.prepayment.SupplyDesk;
import org.openprepay.rest.http.Needs;
import org.openprepay.rest.http.SignedIn;
import org.openprepay.rest.live.LiveLoad;
import org.openprepay.rulebook.Rulebook;

/** One page of everything the Operations screen shows. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class OperationsResource {
    private static final int MAX_DEVICES = 2_000;
    private static final int MAX_ALERTS = 100;
    private static final Duration SILENT_AFTER = Duration.ofHours(24);
    private final Accounts accounts;
    private final Places places;
    private final Alerts alerts;
    private final SupplyDesk desk;
    private final Rulebook rulebook;
    private final UtilityClock clock;
    private final LiveLoad load;

    public OperationsResource(
            Accounts accounts,
            Places places,
            Alerts alerts,
            SupplyDesk desk,
            Rulebook rulebook,
            UtilityClock clock,
            LiveLoad load) {
        this.accounts = accounts;
        this.places = places;
        this.alerts = alerts;
        this.desk = desk;
        this.rulebook = rulebook;
        this.clock = clock;
        this.load = load;
    }

    /** The load of a half hour of utility time that begins then. */
    public record PointForm(Instant at, @Schema(type = "string") BigDecimal kw) {}

    /** Load now and in the last two days. */
    public record LoadForm(@Schema(type = "string") BigDecimal kw, List<PointForm> series) {}

    /** How many meters are found in which state. */
    public record Counts(int on, int off, int unknown, int mismatch, int silent) {
        static Counts of(List<Device> devices, Instant silentBefore) {
            return new Counts(
                    count(devices, device -> device.is(Supply.State.ON)),
                    count(devices, device -> device.is(Supply.State.OFF)),
                    count(devices, device -> device.found().isEmpty()),
                    count(devices, Device::mismatch),
                    count(devices, device -> device.silent(silentBefore)));
        }

        private static int count(List<Device> devices, Predicate<Device> which) {
            return (int) devices.stream().filter(which).count();
        }
    }

    /** One account's meter on the map and in the grid. */
    public record Device(
            String account,
            String meter,
            String name,
            String tariff,
            @Schema(type = "string") Optional<BigDecimal> latitude,
            @Schema(type = "string") Optional<BigDecimal> longitude,
            Supply.State wanted,
            Optional<Supply.State> found,
            MoneyForm balance,
            Optional<Instant> lastReading,
            @Schema(type = "string") Optional<BigDecimal> kw) {
        boolean is(Supply.State state) {
            return found.equals(Optional.of(state));
        }

        boolean mismatch() {
            return found.isPresent() && !is(wanted);
        }

        boolean silent(Instant before) {
            return lastReading.map(at -> at.isBefore(before)).orElse(true);
        }
    }

    /** A pack whose last attempt to publish was refused. */
    public record RejectedPack(String name, List<TariffResource.ProblemForm> problems) {}

    /** The whole page. */
    public record Operations(
            Instant now,
            double pace,
            LoadForm load,
            Counts counts,
            List<Device> devices,
            List<WatchResource.AlertForm> alerts,
            List<RejectedPack> rejectedPacks,
            WatchResource.BrakeForm brake) {}

    @GET
    @Path("operations")
    @Needs(Right.VIEW)
    @Operation(summary = "Everything the Operations screen shows")
    public Operations operations(@Context SecurityContext who) {
        Caller caller = SignedIn.caller(who);
        Instant now = clock.instant();
        Instant silentBefore = now.minus(SILENT_AFTER);
        List<Device> devices = devices(caller);
        return new Operations(
                now,
                clock.pace(),
                new LoadForm(load.now(silentBefore), series()),
                Counts.of(devices, silentBefore),
                devices,
                alerts.list(caller, true, MAX_ALERTS, Optional.empty()).items().stream()
                        .map(WatchResource.AlertForm::of)
                        .toList(),
                rejected(),
                WatchResource.BrakeForm.of(desk.brake(caller)));
    }

    private List<PointForm> series() {
        return load.series().stream().map(p -> new PointForm(p.at(), p.kw())).toList();
    }

    private List<Device> devices(Caller caller) {
        var devices = new ArrayList<Device>();
        Optional<String> after = Optional.empty();
        do {
            var part = accounts.list(caller, Slice.MAX, after);
            part.items().forEach(view -> devices.add(device(caller, view)));
            after = part.next();
        } while (after.isPresent() && devices.size() < MAX_DEVICES);
        return devices;
    }

    private Device device(Caller caller, Accounts.View view) {
        Account account = view.account();
        var place = places.find(caller, account.servicePoint());
        return new Device(
                account.id().value(),
                account.meter().value(),
                view.customerName(),
                account.tariff(),
                place.map(ServicePoint::latitude),
                place.map(ServicePoint::longitude),
                view.supply().wanted(),
                view.supply().found(),
                MoneyForm.of(view.balance()),
                view.lastReading(),
                load.of(account.meter().value()));
    }

    private List<RejectedPack> rejected() {
        var packs = new ArrayList<RejectedPack>();
        rulebook.rejected()
                .forEach(
                        (name, problems) ->
                                packs.add(
                                        new RejectedPack(
                                                name,
                                                problems.stream()
                                                        .map(TariffResource.ProblemForm::of)
                                                        .toList())));
        return packs;
    }
}
