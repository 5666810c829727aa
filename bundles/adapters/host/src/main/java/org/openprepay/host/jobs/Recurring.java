package org.openprepay.host.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.Schedule;
import org.openprepay.api.UtilityClock;
import org.openprepay.ledger.Ledger;
import org.openprepay.prepayment.Midnight;
import org.openprepay.prepayment.SupplyDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Lets time pass: midnight for each account, a fresh look at supply, the close of each day's books.
 */
@Component(service = Recurring.class, immediate = true, configurationPid = "org.openprepay.host")
@Designate(ocd = Recurring.Config.class)
public final class Recurring {
    /** What an operator may set. */
    @ObjectClassDefinition(name = "OpenPrepay: recurring work")
    public @interface Config {
        @AttributeDefinition(
                name = "Zone of the books",
                description = "Days of the ledger end here, for example Africa/Nairobi.")
        String zone() default "UTC";
    }

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 200;

    private final Midnight midnight;
    private final SupplyDesk desk;
    private final Ledger ledger;
    private final UtilityClock clock;
    private final ZoneId zone;
    private final List<Schedule.Running> running;
    private String reviewed = "";
    private LocalDate open = LocalDate.MIN;

    @Activate
    public Recurring(
            @Reference Midnight midnight,
            @Reference SupplyDesk desk,
            @Reference Ledger ledger,
            @Reference UtilityClock clock,
            @Reference Schedule schedule,
            Config config) {
        this.midnight = midnight;
        this.desk = desk;
        this.ledger = ledger;
        this.clock = clock;
        this.zone = ZoneId.of(config.zone());
        this.running =
                List.of(
                        schedule.every("midnight", EVERY, this::accrue),
                        schedule.every("supply review", EVERY, this::review),
                        schedule.every("day close", EVERY, this::close));
    }

    @Deactivate
    void stop() {
        running.forEach(Schedule.Running::close);
    }

    private void accrue() {
        Instant now = clock.instant();
        for (List<AccountId> due = midnight.due(now, AT_ONCE); !due.isEmpty(); ) {
            midnight.run(due, now).orThrow();
            List<AccountId> next = midnight.due(now, AT_ONCE);
            if (next.equals(due)) {
                throw new IllegalStateException("midnight does not end for " + due);
            }
            due = next;
        }
    }

    private void review() {
        List<AccountId> next = desk.toReview(AT_ONCE, reviewed);
        reviewed = next.size() < AT_ONCE ? "" : next.get(next.size() - 1).value();
        if (!next.isEmpty()) {
            desk.review(new HashSet<>(next));
        }
    }

    private void close() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        if (open.equals(LocalDate.MIN)) {
            open = today.minusDays(1);
        }
        while (open.isBefore(today)) {
            LocalDate next = open.plusDays(1);
            ledger.closeDay(Caller.system("day-close"), open, next.atStartOfDay(zone).toInstant())
                    .orThrow();
            open = next;
        }
    }
}
