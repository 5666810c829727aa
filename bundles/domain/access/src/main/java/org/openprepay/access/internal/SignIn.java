package org.openprepay.access.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.openprepay.access.Access.Session;
import org.openprepay.access.Access.User;
import org.openprepay.access.AccessStore;
import org.openprepay.access.AccessStore.OpenSession;
import org.openprepay.api.Caller;
import org.openprepay.api.Outcome;
import org.openprepay.api.Right;
import org.openprepay.api.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens, finds and ends sessions. Passwords are hashed outside of any transaction. */
final class SignIn {
    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    private final Transactions transactions;
    private final AccessStore store;
    private final Passwords passwords;
    private final Tokens tokens;
    private final Audit audit;
    private final InstantSource wall;
    private final Settings settings;
    private final Throttle throttle;

    SignIn(
            Transactions transactions,
            AccessStore store,
            Passwords passwords,
            Tokens tokens,
            Audit audit,
            InstantSource wall,
            Settings settings) {
        this.transactions = transactions;
        this.store = store;
        this.passwords = passwords;
        this.tokens = tokens;
        this.audit = audit;
        this.wall = wall;
        this.settings = settings;
        this.throttle = new Throttle(wall, settings);
    }

    Instant now() {
        return wall.instant();
    }

    Outcome<Session> open(String name, String password) {
        return proven(name, password).then(user -> open(user));
    }

    /** The user with this password; the answer is the same whether the name exists or not. */
    private Outcome<User> proven(String name, String password) {
        Optional<Instant> paused = throttle.pausedUntil(name);
        if (paused.isPresent()) {
            return Outcome.refused(
                    "SIGN_IN_PAUSED", "too many wrong passwords; try again after " + paused.get());
        }
        Optional<Known> known =
                transactions.read(
                        () ->
                                store.user(name)
                                        .flatMap(
                                                user ->
                                                        store.passwordHash(name)
                                                                .map(h -> new Known(user, h))));
        if (!passwords.matches(password, known.map(Known::hash))) {
            throttle.failed(name);
            LOG.info("sign-in failed known={}", known.isPresent());
            return Outcome.refused("SIGN_IN_FAILED", "name or password is wrong");
        }
        throttle.succeeded(name);
        return Outcome.accepted(known.orElseThrow().user());
    }

    private Outcome<Session> open(User user) {
        String token = tokens.next();
        Instant expires = now().plus(settings.session());
        return transactions.run(
                () -> {
                    store.addSession(Tokens.hash(token), user.name(), expires);
                    audit.write(user.name(), "session.open", user.name(), "until " + expires);
                    return Outcome.accepted(session(token, user, expires));
                });
    }

    Optional<Session> session(String token) {
        return transactions.read(() -> sessionOf(token));
    }

    private Optional<Session> sessionOf(String token) {
        return store.session(Tokens.hash(token))
                .filter(open -> now().isBefore(open.expires()))
                .flatMap(open -> session(token, open));
    }

    private Optional<Session> session(String token, OpenSession open) {
        return store.user(open.user()).map(user -> session(token, user, open.expires()));
    }

    private static Session session(String token, User user, Instant expires) {
        Set<Right> rights = user.mustChange() ? Set.of() : user.role().rights();
        return new Session(token, user, new Caller(user.name(), rights), expires);
    }

    void close(String token) {
        transactions
                .run(
                        () -> {
                            sessionOf(token).ifPresent(open -> close(token, open.user().name()));
                            return Outcome.accepted(token);
                        })
                .orThrow();
    }

    private void close(String token, String user) {
        store.endSession(Tokens.hash(token));
        audit.write(user, "session.close", user, "");
    }

    Outcome<User> changePassword(Session session, String current, String next) {
        String name = session.user().name();
        Optional<String> weakness =
                current.equals(next)
                        ? Optional.of("the new password is the old one")
                        : Passwords.weakness(name, next);
        if (weakness.isPresent()) {
            return Outcome.refused("WEAK_PASSWORD", "next", weakness.get());
        }
        return proven(name, current).then(user -> change(session, user, passwords.hash(next)));
    }

    private Outcome<User> change(Session session, User user, String hash) {
        return transactions.run(
                () -> {
                    if (sessionOf(session.token()).isEmpty()) {
                        return Outcome.refused("SESSION_ENDED", "sign in again");
                    }
                    var changed = new User(user.name(), user.role(), false, user.created());
                    store.putUser(changed, hash);
                    store.endSessions(user.name(), Optional.of(Tokens.hash(session.token())));
                    audit.write(user.name(), "password.change", user.name(), "");
                    return Outcome.accepted(changed);
                });
    }

    private record Known(User user, String hash) {}
}
