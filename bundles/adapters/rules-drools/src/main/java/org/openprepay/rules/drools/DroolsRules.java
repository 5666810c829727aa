package org.openprepay.rules.drools;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.kie.api.KieBase;
import org.openprepay.rulebook.CompiledRules;

/** A compiled pack with a few sessions kept warm. */
final class DroolsRules implements CompiledRules {
    static final int MAX_IDLE = 32;

    private final String pack;
    private final KieBase base;
    private final BlockingQueue<RuleSession> idle = new ArrayBlockingQueue<>(MAX_IDLE);
    private volatile boolean closed;

    DroolsRules(String pack, KieBase base) {
        this.pack = pack;
        this.base = base;
    }

    @Override
    public List<String> fire(Collection<?> facts) {
        RuleSession waiting = idle.poll();
        RuleSession session = waiting == null ? new RuleSession(base) : waiting;
        try {
            List<String> fired = session.fire(facts);
            giveBack(session);
            return fired;
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            session.dispose();
            throw failure(session.last(), e);
        }
    }

    private RuleFailure failure(String rule, Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return new RuleFailure(
                "pack " + pack + ", rule \"" + rule + "\": " + cause.getMessage(), thrown);
    }

    private void giveBack(RuleSession session) {
        if (closed || !idle.offer(session)) {
            session.dispose();
        }
        if (closed) {
            disposeIdle();
        }
    }

    /** A call that comes late still works, on a session of its own. */
    @Override
    public void close() {
        closed = true;
        disposeIdle();
    }

    private void disposeIdle() {
        for (RuleSession each = idle.poll(); each != null; each = idle.poll()) {
            each.dispose();
        }
    }
}
