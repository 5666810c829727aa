package org.openprepay.access;

import java.time.Instant;
import java.util.Optional;
import org.openprepay.api.Caller;
import org.openprepay.api.Outcome;
import org.openprepay.api.Slice;

/** Staff, their sessions, and the audit of every write. */
public interface Access {
    /**
     * Makes the user {@code admin} with a one-time password when there is no user at all.
     *
     * @return the one-time password, only at that first time
     */
    Optional<String> firstStart();

    /**
     * Checks name and password and opens a session. Refused with {@code SIGN_IN_FAILED}, the same
     * for an unknown name, and with {@code SIGN_IN_PAUSED} after too many failures.
     */
    Outcome<Session> signIn(String name, String password);

    /** The session behind a bearer token, if it is open. */
    Optional<Session> session(String token);

    /** Ends a session. */
    void signOut(String token);

    /**
     * Sets a new password; ends all other sessions of the user. Refused with {@code WEAK_PASSWORD}.
     */
    Outcome<User> changePassword(Session session, String current, String next);

    /** Adds staff with a one-time password, answered once. */
    Outcome<NewUser> addUser(Caller caller, String name, Role role);

    Slice<User> users(Caller caller, int limit, Optional<String> after);

    /** Writes one audit record in the running transaction. Secrets are never part of the detail. */
    void audit(Caller caller, String action, String subject, String detail);

    Slice<AuditRecord> auditTrail(Caller caller, int limit, Optional<String> after);

    /**
     * @param mustChange the password is a one-time password
     */
    record User(String name, Role role, boolean mustChange, Instant created) {}

    /**
     * @param caller without any right while the password must be changed
     */
    record Session(String token, User user, Caller caller, Instant expires) {}

    /** A user and the one-time password. */
    record NewUser(User user, String oneTimePassword) {}

    /** Who did what to what, and when (wall time). */
    record AuditRecord(
            long id, Instant at, String by, String action, String subject, String detail) {}
}
