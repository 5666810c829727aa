package org.openprepay.store.tx;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.openprepay.api.Outcome.Refused;

/** The transaction that runs on a thread. */
final class Work {
    final EntityManager em;
    final Connection connection;
    final List<Runnable> afterCommit = new ArrayList<>();
    @Nullable Refused<?> doomed;

    Work(EntityManager em, Connection connection) {
        this.em = em;
        this.connection = connection;
    }
}
