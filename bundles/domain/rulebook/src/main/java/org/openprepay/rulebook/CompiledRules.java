package org.openprepay.rulebook;

import java.util.Collection;
import java.util.List;

/** One pack, compiled. Safe for use by many threads. */
public interface CompiledRules extends AutoCloseable {
    /** Most rules one call may fire; more means a loop. */
    int MAX_FIRED = 10_000;

    /**
     * Fires all rules over the facts of one case and answers the names of the rules that fired, in
     * order. The facts collect the results.
     *
     * @throws RuleFailure when a rule throws, or more than {@link #MAX_FIRED} fire, or time is up;
     *     the facts are then worthless
     */
    List<String> fire(Collection<?> facts);

    /** Frees what is kept ready; a running or later {@link #fire} still ends well. */
    @Override
    void close();

    /** A rule failed at run time. */
    final class RuleFailure extends RuntimeException {
        private static final long serialVersionUID = 1;

        public RuleFailure(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
