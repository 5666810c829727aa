package org.openprepay.store.access;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openprepay.access.Access;
import org.openprepay.access.AccessStore;
import org.openprepay.store.tx.Columns;
import org.openprepay.store.tx.JpaTransactions;
import org.openprepay.store.tx.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Staff and sessions as entities; audit records are only ever inserted. */
@Component
public final class JpaAccessStore implements AccessStore {
    private final JpaTransactions transactions;
    private final Sql sql;

    @Activate
    public JpaAccessStore(@Reference JpaTransactions transactions, @Reference Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    @Override
    public boolean anyUser() {
        return !users(1, Optional.empty()).isEmpty();
    }

    @Override
    public void putUser(Access.User user, String passwordHash) {
        transactions.write(em -> em.merge(new UserRow(user, passwordHash)));
    }

    @Override
    public Optional<Access.User> user(String name) {
        return row(name).map(UserRow::user);
    }

    @Override
    public Optional<String> passwordHash(String name) {
        return row(name).map(UserRow::hash);
    }

    private Optional<UserRow> row(String name) {
        return transactions.jpa(em -> Optional.ofNullable(em.find(UserRow.class, name)));
    }

    @Override
    public List<Access.User> users(int limit, Optional<String> after) {
        return transactions
                .jpa(
                        em ->
                                em.createQuery(
                                                "select u from UserRow u where u.name > :after"
                                                        + " order by u.name",
                                                UserRow.class)
                                        .setParameter("after", after.orElse(""))
                                        .setMaxResults(limit)
                                        .getResultList())
                .stream()
                .map(UserRow::user)
                .toList();
    }

    @Override
    public void addSession(String tokenHash, String user, Instant expires) {
        transactions.write(em -> em.persist(new SessionRow(tokenHash, user, expires)));
    }

    @Override
    public Optional<OpenSession> session(String tokenHash) {
        return transactions
                .jpa(em -> Optional.ofNullable(em.find(SessionRow.class, tokenHash)))
                .map(SessionRow::session);
    }

    @Override
    public void endSession(String tokenHash) {
        end("s.tokenHash = :sought and s.tokenHash <> :kept", tokenHash, "");
    }

    @Override
    public void endSessions(String user, Optional<String> exceptTokenHash) {
        end("s.staff = :sought and s.tokenHash <> :kept", user, exceptTokenHash.orElse(""));
    }

    private void end(String condition, String sought, String kept) {
        transactions.write(
                em -> {
                    em.createQuery("delete from SessionRow s where " + condition)
                            .setParameter("sought", sought)
                            .setParameter("kept", kept)
                            .executeUpdate();
                    em.clear();
                });
    }

    @Override
    public void audit(Access.AuditRecord record) {
        sql.update(
                "insert into audit (occurred, author, deed, subject, detail)"
                        + " values (?, ?, ?, ?, ?)",
                record.at(),
                record.by(),
                record.action(),
                record.subject(),
                record.detail());
    }

    @Override
    public List<Access.AuditRecord> audit(int limit, Optional<String> after) {
        return sql.list(
                "select * from audit where id < ? order by id desc limit ?",
                JpaAccessStore::record,
                after.map(Long::valueOf).orElse(Long.MAX_VALUE),
                limit);
    }

    private static Access.AuditRecord record(Columns columns) throws SQLException {
        return new Access.AuditRecord(
                columns.number("id"),
                columns.instant("occurred"),
                columns.text("author"),
                columns.text("deed"),
                columns.text("subject"),
                columns.text("detail"));
    }
}
