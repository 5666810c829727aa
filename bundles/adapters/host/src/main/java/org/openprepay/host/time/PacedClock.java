package org.openprepay.host.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.openprepay.api.Schedule;
import org.openprepay.api.UtilityClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Utility time: wall time in a real utility, a paced time that stands still while the server is
 * down in the demo. Either never goes back, also when the wall clock does, and is kept across
 * restarts.
 */
@Component(
        service = UtilityClock.class,
        configurationPid = "org.openprepay.clock",
        configurationPolicy = ConfigurationPolicy.OPTIONAL)
@Designate(ocd = PacedClock.Config.class)
public final class PacedClock implements UtilityClock {
    /** What an operator may set. */
    @ObjectClassDefinition(name = "OpenPrepay: utility clock")
    public @interface Config {
        @AttributeDefinition(
                name = "Pace",
                description = "Utility seconds in a wall second; 1 outside a demo.")
        double pace() default 1;

        @AttributeDefinition(
                name = "Start",
                description = "Utility time of the very first start, RFC 3339; empty: now.")
        String start() default "";
    }

    private static final Logger LOG = LoggerFactory.getLogger(PacedClock.class);
    private static final Duration SAVE_EVERY = Duration.ofSeconds(1);

    private final InstantSource wall;
    private final double pace;
    private final Path file;
    private final Schedule.Running saving;
    private Instant last;
    private Instant lastWall;

    @Activate
    public PacedClock(
            @Reference(target = "(clock=wall)") InstantSource wall,
            @Reference Schedule schedule,
            Config config) {
        this(
                wall,
                schedule,
                config.pace(),
                config.start(),
                Path.of(System.getProperty("karaf.data", "data")));
    }

    PacedClock(InstantSource wall, Schedule schedule, double pace, String start, Path folder) {
        if (!(pace >= 1 && pace <= 100_000)) {
            throw new IllegalArgumentException("pace must be 1 to 100000, not " + pace);
        }
        this.wall = wall;
        this.pace = pace;
        this.file = folder.resolve("utility-clock");
        this.lastWall = wall.instant();
        Instant first = start.isEmpty() ? lastWall : Instant.parse(start);
        this.last = saved().orElse(first);
        this.saving = schedule.every("utility clock", SAVE_EVERY, this::save);
    }

    @Deactivate
    void stop() {
        saving.close();
        save();
    }

    @Override
    public synchronized Instant instant() {
        Instant now = wall.instant();
        Duration passed = Duration.between(lastWall, now);
        lastWall = now;
        if (pace == 1) {
            last = now.isAfter(last) ? now : last;
        } else if (!passed.isNegative()) {
            last = last.plusNanos((long) (passed.toNanos() * pace));
        }
        return last;
    }

    @Override
    public double pace() {
        return pace;
    }

    private Optional<Instant> saved() {
        try {
            return Files.exists(file)
                    ? Optional.of(Instant.parse(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException | DateTimeParseException e) {
            throw new IllegalStateException(
                    "the utility time kept in "
                            + file
                            + " cannot be read; write it by hand as"
                            + " RFC 3339, not before the last bill",
                    e);
        }
    }

    private void save() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling("utility-clock.new");
            Files.writeString(fresh, instant().toString());
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("utility time not saved file={} why={}", file, e.toString());
        }
    }
}
