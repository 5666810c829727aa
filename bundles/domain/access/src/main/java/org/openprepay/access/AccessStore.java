package org.openprepay.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where staff, sessions and audit are kept; called inside a transaction. Audit is insert-only. */
public interface AccessStore {
    boolean anyUser();

    void putUser(Access.User user, String passwordHash);

    Optional<Access.User> user(String name);

    Optional<String> passwordHash(String name);

    List<Access.User> users(int limit, Optional<String> after);

    void addSession(String tokenHash, String user, Instant expires);

    /** The user's name and the expiry of a session by its token's hash. */
    Optional<OpenSession> session(String tokenHash);

    void endSession(String tokenHash);

    void endSessions(String user, Optional<String> exceptTokenHash);

    void audit(Access.AuditRecord record);

    List<Access.AuditRecord> audit(int limit, Optional<String> after);

    /** A session that was not ended; it may have expired. */
    record OpenSession(String user, Instant expires) {}
}
