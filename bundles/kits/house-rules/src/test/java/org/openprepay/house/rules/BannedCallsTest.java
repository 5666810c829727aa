package org.openprepay.house.rules;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.time.Instant;
import java.util.Set;
import java.util.Timer;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("PLAT-01")
class BannedCallsTest {
    private static final String[] FREE = {"org.openprepay.host..", "org.openprepay.link.."};
    private static final Set<String> MAKES_THREADS =
            Set.of(
                    Thread.class.getName(),
                    Timer.class.getName(),
                    "java.util.concurrent.ScheduledThreadPoolExecutor",
                    "java.util.concurrent.ThreadPoolExecutor");
    private static final String WHY_TIME =
            "months of billing are tested in seconds on a virtual clock. Fix: take an"
                    + " InstantSource, or the UtilityClock, in the constructor";
    private static final String WHY_IDS =
            "a seeded run must replay exactly. Fix: take an IdSource in the constructor";
    private static final String WHY_THREADS =
            "the host alone starts threads, so that it can stop them all. Fix: take a Schedule in"
                    + " the constructor; in a test wait on a latch with a deadline";

    @Test
    void nobodyButTheHostReadsTheClock() {
        refuse(calls(Instant.class, "now"), WHY_TIME, Classes.SHIPPED);
        refuse(calls(System.class, "currentTimeMillis"), WHY_TIME, Classes.SHIPPED);
        refuse(calls(Instant.class, "now"), WHY_TIME, Classes.TESTS);
        refuse(calls(System.class, "currentTimeMillis"), WHY_TIME, Classes.TESTS);
    }

    @Test
    void nobodyButTheHostMakesIds() {
        refuse(calls(UUID.class, "randomUUID"), WHY_IDS, Classes.SHIPPED);
        refuse(calls(UUID.class, "randomUUID"), WHY_IDS, Classes.TESTS);
    }

    @Test
    void nobodyButTheHostStartsThreads() {
        refuse(calls(Executors.class, ".*"), WHY_THREADS, Classes.SHIPPED);
        refuse(makesThread(), WHY_THREADS, Classes.SHIPPED);
    }

    @Test
    void nobodySleeps() {
        refuse(calls(Thread.class, "sleep"), WHY_THREADS, Classes.SHIPPED);
        refuse(calls(Thread.class, "sleep"), WHY_THREADS, Classes.TESTS);
    }

    private static void refuse(
            DescribedPredicate<? super JavaCall<?>> banned, String why, JavaClasses classes) {
        noClasses()
                .that()
                .resideOutsideOfPackages(FREE)
                .should()
                .callCodeUnitWhere(banned)
                .because(why)
                .check(classes);
    }

    private static DescribedPredicate<JavaCall<?>> calls(Class<?> type, String name) {
        return target(
                        owner(
                                DescribedPredicate.<JavaClass>describe(
                                        type.getSimpleName(), c -> c.isEquivalentTo(type))))
                .and(target(nameMatching(name)))
                .as("calls %s.%s", type.getSimpleName(), name)
                .forSubtype();
    }

    private static DescribedPredicate<JavaCall<?>> makesThread() {
        return target(
                        owner(
                                DescribedPredicate.<JavaClass>describe(
                                        "thread", c -> MAKES_THREADS.contains(c.getName()))))
                .and(target(nameMatching("<init>")))
                .as("makes a thread")
                .forSubtype();
    }
}
