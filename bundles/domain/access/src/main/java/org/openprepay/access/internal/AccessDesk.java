package org.openprepay.access.internal;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.openprepay.access.Access;
import org.openprepay.access.AccessStore;
import org.openprepay.access.Role;
import org.openprepay.api.Caller;
import org.openprepay.api.Outcome;
import org.openprepay.api.Right;
import org.openprepay.api.Slice;
import org.openprepay.api.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Signs staff in, and writes down what was done by whom. */
@Component(service = Access.class, configurationPid = "org.openprepay.access")
@Designate(ocd = AccessConfig.class)
public final class AccessDesk implements Access {
    private static final String FIRST = "admin";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");

    private final Transactions transactions;
    private final AccessStore store;
    private final Passwords passwords;
    private final Audit audit;
    private final SignIn signIn;

    @Activate
    public AccessDesk(
            @Reference Transactions transactions,
            @Reference AccessStore store,
            @Reference(target = "(clock=wall)") InstantSource wall,
            AccessConfig config) {
        this(transactions, store, wall, new SecureRandom(), Settings.of(config));
    }

    AccessDesk(
            Transactions transactions,
            AccessStore store,
            InstantSource wall,
            RandomGenerator random,
            Settings settings) {
        this.transactions = transactions;
        this.store = store;
        this.passwords = new Passwords(random, settings.iterations());
        this.audit = new Audit(store, wall);
        this.signIn =
                new SignIn(
                        transactions, store, passwords, new Tokens(random), audit, wall, settings);
    }

    @Override
    public Optional<String> firstStart() {
        String password = passwords.oneTime();
        String hash = passwords.hash(password);
        return transactions
                .run(
                        () -> {
                            if (store.anyUser()) {
                                return Outcome.accepted(Optional.<String>empty());
                            }
                            add(Caller.system("first-start"), FIRST, Role.ADMINISTRATOR, hash);
                            return Outcome.accepted(Optional.of(password));
                        })
                .orThrow();
    }

    private User add(Caller by, String name, Role role, String hash) {
        var user = new User(name, role, true, signIn.now());
        store.putUser(user, hash);
        audit.write(by.name(), "user.add", name, "role " + role.code());
        return user;
    }

    @Override
    public Outcome<Session> signIn(String name, String password) {
        return signIn.open(name, password);
    }

    @Override
    public Optional<Session> session(String token) {
        return signIn.session(token);
    }

    @Override
    public void signOut(String token) {
        signIn.close(token);
    }

    @Override
    public Outcome<User> changePassword(Session session, String current, String next) {
        return signIn.changePassword(session, current, next);
    }

    @Override
    public Outcome<NewUser> addUser(Caller caller, String name, Role role) {
        caller.require(Right.ADMINISTER);
        if (!NAME.matcher(name).matches()) {
            return Outcome.refused(
                    "BAD_NAME",
                    "name",
                    "a name has 2 to 40 small letters, digits, or any of . _ -, and begins with"
                            + " one of the first two");
        }
        String password = passwords.oneTime();
        String hash = passwords.hash(password);
        return transactions.run(
                () ->
                        store.user(name).isPresent()
                                ? Outcome.refused(
                                        "DUPLICATE", "name", "there is a user " + name + " already")
                                : Outcome.accepted(
                                        new NewUser(add(caller, name, role, hash), password)));
    }

    @Override
    public Slice<User> users(Caller caller, int limit, Optional<String> after) {
        caller.require(Right.ADMINISTER);
        int most = most(limit);
        return transactions.read(() -> slice(store.users(most + 1, after), most, User::name));
    }

    @Override
    public void audit(Caller caller, String action, String subject, String detail) {
        transactions
                .run(
                        () -> {
                            audit.write(caller.name(), action, subject, detail);
                            return Outcome.accepted(subject);
                        })
                .orThrow();
    }

    @Override
    public Slice<AuditRecord> auditTrail(Caller caller, int limit, Optional<String> after) {
        caller.require(Right.ADMINISTER);
        int most = most(limit);
        return transactions.read(
                () ->
                        slice(
                                store.audit(most + 1, after),
                                most,
                                entry -> Long.toString(entry.id())));
    }

    private static int most(int limit) {
        return Math.max(1, Math.min(limit, Slice.MAX));
    }

    private static <T> Slice<T> slice(List<T> found, int most, Function<T, String> cursor) {
        return found.size() <= most
                ? new Slice<>(found, Optional.empty())
                : new Slice<>(
                        found.subList(0, most), Optional.of(cursor.apply(found.get(most - 1))));
    }
}
