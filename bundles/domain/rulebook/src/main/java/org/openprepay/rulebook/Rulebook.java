package org.openprepay.rulebook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openprepay.api.Caller;
import org.openprepay.api.Outcome;

/** The versions of all packs. Any failing step leaves the old version serving. */
public interface Rulebook {
    /**
     * Compiles, guards, proves and publishes. The content that is already in force is accepted
     * again without a new version. A refusal has the code {@code PACK_REJECTED} and its problems
     * are then answered by {@link #problems}.
     */
    Outcome<PackVersion> publish(Caller caller, PackFiles pack, Instant effective);

    /** Publishes the content of an older version again, from now on. */
    Outcome<PackVersion> rollback(Caller caller, String pack, int number, Instant effective);

    /** Compiles and proves without publishing; empty when all is well. */
    List<RuleProblem> check(PackFiles pack);

    /** All packs' newest versions. */
    List<PackVersion> latest();

    /** All versions of a pack, oldest first. */
    List<PackVersion> versions(String pack);

    /**
     * The version in force at an instant: the last published of those with the latest effective
     * date.
     */
    Optional<PackVersion> inForce(String pack, Instant at);

    /** The pack's versions that are in force at any time in [from, to), in order of their dates. */
    List<PackVersion> inForce(String pack, Instant from, Instant to);

    /** The compiled rules of a published content, compiled again if needed. */
    CompiledRules rules(String digest);

    /** The files of a published content. */
    PackFiles files(String digest);

    /** Why the last attempt to publish this pack was refused; empty after a success. */
    List<RuleProblem> problems(String pack);

    /** All packs whose last attempt was refused, with the problems. */
    java.util.Map<String, List<RuleProblem>> rejected();
}
