package org.openprepay.rules.drools;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.openprepay.rulebook.CompiledRules;

/** One working memory, used for one case after the other by one thread at a time. */
final class RuleSession {
    private final KieSession session;
    private final List<FactHandle> handles = new ArrayList<>();
    private List<String> fired = new ArrayList<>();

    RuleSession(KieBase base) {
        session = base.newKieSession();
        session.addEventListener(
                new DefaultAgendaEventListener() {
                    @Override
                    public void beforeMatchFired(BeforeMatchFiredEvent event) {
                        fired.add(event.getMatch().getRule().getName());
                    }
                });
    }

    /** Fires over these facts alone; after an exception the session must be thrown away. */
    List<String> fire(Collection<?> facts) {
        fired = new ArrayList<>();
        for (Object fact : facts) {
            handles.add(session.insert(fact));
        }
        // Without loops in rules, a count is all the deadline that is needed.
        session.fireAllRules(CompiledRules.MAX_FIRED + 1);
        if (fired.size() > CompiledRules.MAX_FIRED) {
            throw new IllegalStateException(
                    "more than " + CompiledRules.MAX_FIRED + " rules fired");
        }
        for (FactHandle handle : handles) {
            session.delete(handle);
        }
        handles.clear();
        return fired;
    }

    /** The rule that fired last, which is the one to blame; empty before any. */
    String last() {
        return fired.isEmpty() ? "" : fired.get(fired.size() - 1);
    }

    void dispose() {
        session.dispose();
    }
}
