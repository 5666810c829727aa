package org.openprepay.host.jobs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openprepay.api.Caller;
import org.openprepay.api.Outcome;
import org.openprepay.api.Schedule;
import org.openprepay.api.UtilityClock;
import org.openprepay.prepayment.Alerts;
import org.openprepay.rulebook.PackFiles;
import org.openprepay.rulebook.PackVersion;
import org.openprepay.rulebook.RuleProblem;
import org.openprepay.rulebook.Rulebook;
import org.openprepay.rulebook.RulesFolder;
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
 * Watches the rules folder. What is saved is checked at once; it is also published, from now on,
 * where that is switched on. A refused pack leaves the old version pricing and shows file, line and
 * message.
 */
@Component(service = RulesWatch.class, immediate = true, configurationPid = "org.openprepay.rules")
@Designate(ocd = RulesWatch.Config.class)
public final class RulesWatch {
    /** What an operator may set. */
    @ObjectClassDefinition(name = "OpenPrepay: rules folder")
    public @interface Config {
        @AttributeDefinition(
                name = "Folder",
                description = "Empty: rules/ in the server's own folder.")
        String folder() default "";

        @AttributeDefinition(
                name = "Publish on save",
                description = "Publish what passes every check as soon as it is saved.")
        boolean publishOnSave() default false;
    }

    private static final Logger LOG = LoggerFactory.getLogger(RulesWatch.class);
    private static final Duration EVERY = Duration.ofMillis(400);
    private static final Caller CALLER = Caller.system("rules-folder");
    private static final int RETRY_LOOKS = 10;
    private static final String REFUSED = "RULES_REFUSED";

    private final Rulebook rulebook;
    private final Alerts alerts;
    private final UtilityClock clock;
    private final RulesFolder folder;
    private final boolean publish;
    private final Schedule.Running running;
    private final Map<String, Refusal> refused = new LinkedHashMap<>();
    private List<RuleProblem> unreadable = List.of();
    private int looks;

    @Activate
    public RulesWatch(
            @Reference Rulebook rulebook,
            @Reference Alerts alerts,
            @Reference UtilityClock clock,
            @Reference Schedule schedule,
            Config config) {
        this.rulebook = rulebook;
        this.alerts = alerts;
        this.clock = clock;
        Path path = path(config.folder());
        this.folder = new RulesFolder(path);
        this.publish =
                config.publishOnSave() || Boolean.getBoolean("openprepay.rules.publish-on-save");
        LOG.info("rules folder {} publish-on-save={}", path, publish);
        this.running = schedule.every("rules folder", EVERY, this::look);
    }

    @Deactivate
    void stop() {
        running.close();
    }

    private static Path path(String configured) {
        String own = System.getProperty("karaf.base", ".") + "/rules";
        return Path.of(
                configured.isEmpty()
                        ? System.getProperty("openprepay.rules.dir", own)
                        : configured);
    }

    /** A refused pack is tried again now and then: what it lacked may have been a bundle. */
    private void look() {
        if (++looks % RETRY_LOOKS == 0) {
            List.copyOf(refused.values()).forEach(refusal -> take(refusal.pack()));
        }
        folder.changed().forEach(this::take);
        if (!folder.problems().equals(unreadable)) {
            unreadable = folder.problems();
            unreadable.forEach(problem -> LOG.error("rules not read: {}", problem));
        }
    }

    private void take(PackFiles pack) {
        List<RuleProblem> problems = publish ? published(pack) : rulebook.check(pack);
        Refusal before = refused.remove(pack.name());
        if (!problems.isEmpty()) {
            refused.put(pack.name(), new Refusal(pack, problems));
        }
        if (before == null || !before.problems().equals(problems)) {
            tell(pack.name(), problems);
        }
    }

    private List<RuleProblem> published(PackFiles pack) {
        Outcome<PackVersion> outcome = rulebook.publish(CALLER, pack, clock.instant());
        if (outcome instanceof Outcome.Accepted<PackVersion> accepted) {
            LOG.info("rules in force pack={} version={}", pack.name(), accepted.value().number());
            return List.of();
        }
        List<RuleProblem> problems = rulebook.problems(pack.name());
        String why = ((Outcome.Refused<PackVersion>) outcome).message();
        return problems.isEmpty()
                ? List.of(new RuleProblem("pack.properties", 0, "", why))
                : problems;
    }

    private void tell(String pack, List<RuleProblem> problems) {
        if (problems.isEmpty()) {
            alerts.clear(REFUSED, pack);
            return;
        }
        for (RuleProblem problem : problems) {
            LOG.error("rules refused, the old version still serves: {}/{}", pack, problem);
        }
        alerts.raise("warning", REFUSED, pack, pack + "/" + problems.get(0));
    }

    private record Refusal(PackFiles pack, List<RuleProblem> problems) {}
}
