package org.openprepay.rulebook;

import java.util.List;

/** What a capability knows about its kind of pack; registered by the capability that uses it. */
public interface PackKind {
    /** The value of {@code kind=} in {@code pack.properties}: {@code tariff} or {@code policy}. */
    String kind();

    /**
     * Checks header and tables and runs the examples and property checks; empty when all is well.
     */
    List<RuleProblem> prove(PackFiles pack, CompiledRules rules);
}
