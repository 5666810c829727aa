package org.openprepay.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openprepay.api.Schedule;
import org.openprepay.api.UtilityClock;
import org.openprepay.fleet.Fleet;
import org.openprepay.fleet.MeterPlan;
import org.openprepay.rulebook.PackVersion;
import org.openprepay.rulebook.Rulebook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small London utility that lives: 25 households whose pretend meters speak MQTT to the broker.
 * It begins as soon as the rules are published; a later start goes on where the last one ended.
 */
@Component(service = DemoUtility.class, immediate = true, configurationPid = "org.openprepay.demo")
@Designate(ocd = DemoUtility.Config.class)
public final class DemoUtility {
    /** What an operator may set. */
    @ObjectClassDefinition(name = "OpenPrepay: demo utility")
    public @interface Config {
        @AttributeDefinition(name = "Broker", description = "Where the pretend meters connect.")
        String broker() default "tcp://127.0.0.1:1883";
    }

    private static final Logger LOG = LoggerFactory.getLogger(DemoUtility.class);
    private static final Duration EVERY = Duration.ofMillis(200);

    private final Rulebook rulebook;
    private final Seeding seeding;
    private final Handover handover;
    private final Residents residents;
    private final UtilityClock clock;
    private final String broker;
    private final List<Household> households = Household.all();
    private final Schedule.Running running;
    private Optional<Fleet> fleet = Optional.empty();

    @Activate
    public DemoUtility(
            @Reference Rulebook rulebook,
            @Reference Seeding seeding,
            @Reference Handover handover,
            @Reference Residents residents,
            @Reference UtilityClock clock,
            @Reference Schedule schedule,
            Config config) {
        this.rulebook = rulebook;
        this.seeding = seeding;
        this.handover = handover;
        this.residents = residents;
        this.clock = clock;
        this.broker = config.broker();
        this.running = schedule.every("demo", EVERY, this::live);
    }

    @Deactivate
    void stop() {
        running.close();
        fleet.ifPresent(Fleet::close);
    }

    private void live() {
        Instant now = clock.instant();
        if (fleet.isEmpty() && rulesAreHere(now)) {
            fleet = Optional.of(begin(now));
        }
        fleet.ifPresent(it -> it.tick(now));
        if (fleet.isPresent()) {
            residents.look(households);
        }
    }

    private boolean rulesAreHere(Instant now) {
        Set<String> inForce =
                rulebook.latest().stream()
                        .filter(version -> !version.effective().isAfter(now))
                        .map(PackVersion::pack)
                        .collect(Collectors.toSet());
        return Stream.concat(households.stream().map(Household::tariff), Stream.of(Seeding.POLICY))
                .allMatch(inForce::contains);
    }

    private Fleet begin(Instant now) {
        var plans = new ArrayList<MeterPlan>();
        for (Household household : households) {
            seeding.open(household);
            plans.add(handover.plan(household, now));
        }
        LOG.info("demo utility lives households={} broker={}", plans.size(), broker);
        return new Fleet(broker, plans);
    }
}
