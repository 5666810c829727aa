package org.openprepay.rulebook;

/** The port to the rules engine, which guards and compiles packs. */
public interface RuleEngine {
    /**
     * Compiles every {@code .drl} file and every rules table of the pack; never throws for bad
     * content.
     */
    Compilation compile(PackFiles pack);
}
