package org.openprepay.store.tx;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.jspecify.annotations.Nullable;
import org.openprepay.api.Outcome;
import org.openprepay.api.Outcome.Refused;
import org.openprepay.api.Transactions;
import org.openprepay.ledger.LedgerStore.DuplicateEntry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transactions of the persistence unit {@code openprepay}: one entity manager a thread, whose own
 * connection also serves the JDBC batches.
 */
@Component(service = {Transactions.class, JpaTransactions.class})
public final class JpaTransactions implements Transactions {
    /** How often a body runs before a lost race counts as the database's failure. */
    static final int MAX_ATTEMPTS = 12;

    private static final Logger LOG = LoggerFactory.getLogger(JpaTransactions.class);
    private final ThreadLocal<@Nullable Work> running = new ThreadLocal<>();
    private final EntityManagerFactory factory;

    @Activate
    public JpaTransactions(
            @Reference(target = "(osgi.unit.name=openprepay)") EntityManagerFactory factory) {
        this.factory = factory;
    }

    @Override
    public <T> Outcome<T> run(Supplier<Outcome<T>> body) {
        Work outer = running.get();
        if (outer == null) {
            return retried(false, body);
        }
        Outcome<T> outcome = body.get();
        if (outcome instanceof Refused<T> refused && outer.doomed == null) {
            outer.doomed = refused;
        }
        return outcome;
    }

    @Override
    public <T> T read(Supplier<T> body) {
        return running.get() != null
                ? body.get()
                : retried(true, () -> Outcome.accepted(body.get())).orThrow();
    }

    @Override
    public void afterCommit(Runnable wakeUp) {
        current().afterCommit.add(wakeUp);
    }

    /** Reads with the entity manager of the running transaction, or of one of its own. */
    <T> T joined(Function<Work, T> reader) {
        Work work = running.get();
        return work != null ? reader.apply(work) : read(() -> reader.apply(current()));
    }

    /** Works with the entity manager; JPA writes are flushed so that SQL sees them. */
    public <T> T jpa(Function<EntityManager, T> reader) {
        return joined(work -> reader.apply(work.em));
    }

    /** Writes with the entity manager of the running transaction, flushed so that SQL sees it. */
    public void write(Consumer<EntityManager> writer) {
        EntityManager em = current().em;
        writer.accept(em);
        em.flush();
    }

    Work current() {
        Work work = running.get();
        if (work == null) {
            throw new IllegalStateException("the store writes only inside Transactions.run");
        }
        return work;
    }

    private <T> Outcome<T> retried(boolean snapshot, Supplier<Outcome<T>> body) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(snapshot, body);
            } catch (RuntimeException e) {
                if (Failures.again(e) && attempt < MAX_ATTEMPTS) {
                    LOG.debug("transaction lost a race, attempt={}", attempt, e);
                } else {
                    throw told(e);
                }
            }
        }
    }

    private static RuntimeException told(RuntimeException failure) {
        boolean raced = Failures.again(failure) && !(failure instanceof DuplicateEntry);
        return raced || Failures.databaseAway(failure)
                ? new StoreUnavailable(
                        "the database cannot serve; nothing was kept: " + failure.getMessage(),
                        failure)
                : failure;
    }

    private <T> Outcome<T> once(boolean snapshot, Supplier<Outcome<T>> body) {
        EntityManager em = factory.createEntityManager();
        try {
            em.getTransaction().begin();
            Connection connection = em.unwrap(Connection.class);
            Work work = new Work(em, connection);
            running.set(work);
            if (snapshot) {
                Dialect.of(connection).holdSnapshot(connection);
            }
            Outcome<T> outcome = body.get();
            outcome = work.doomed == null ? outcome : work.doomed.as();
            if (outcome.isAccepted()) {
                em.getTransaction().commit();
                running.remove();
                awaken(work.afterCommit);
            }
            return outcome;
        } catch (SQLException e) {
            throw new SqlFailure(e);
        } finally {
            running.remove();
            close(em);
        }
    }

    /** The commit stands whatever a wake-up does. */
    private static void awaken(List<Runnable> wakeUps) {
        for (Runnable wakeUp : wakeUps) {
            try {
                wakeUp.run();
            } catch (RuntimeException e) {
                LOG.warn("a wake-up after a commit failed", e);
            }
        }
    }

    private static void close(EntityManager em) {
        try {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
        } catch (RuntimeException e) {
            LOG.debug("rollback on a lost connection", e);
        } finally {
            em.close();
        }
    }
}
