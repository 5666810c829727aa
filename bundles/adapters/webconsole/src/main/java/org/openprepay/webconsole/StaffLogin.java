package org.openprepay.webconsole;

import java.io.IOException;
import java.security.Principal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.jspecify.annotations.NullUnmarked;
import org.openprepay.access.Access;
import org.openprepay.access.Access.Session;
import org.openprepay.access.Role;
import org.openprepay.api.Outcome;

/** Signs staff in to the shell and the web console; JAAS makes and initialises it. */
@NullUnmarked
public final class StaffLogin implements LoginModule {
    static final String ACCESS = "access";
    private static final Set<String> OPERATOR =
            Set.of("admin", "manager", "viewer", "systembundles", "ssh");
    private final Set<Principal> principals = new HashSet<>();
    private Subject subject;
    private CallbackHandler asker;
    private Access access;

    @Override
    public void initialize(
            Subject subject, CallbackHandler asker, Map<String, ?> shared, Map<String, ?> options) {
        this.subject = subject;
        this.asker = asker;
        this.access = (Access) options.get(ACCESS);
    }

    @Override
    public boolean login() throws LoginException {
        NameCallback name = new NameCallback("Name: ");
        PasswordCallback password = new PasswordCallback("Password: ", false);
        ask(name, password);
        if (name.getName() == null || password.getPassword() == null) {
            throw new FailedLoginException("Name or password is missing.");
        }
        var outcome = access.signIn(name.getName(), new String(password.getPassword()));
        password.clearPassword();
        if (!(outcome instanceof Outcome.Accepted<Session> accepted)) {
            throw new FailedLoginException(((Outcome.Refused<Session>) outcome).message());
        }
        Session session = accepted.value();
        access.signOut(session.token());
        if (session.user().mustChange()) {
            throw new FailedLoginException("Set a new password in the console first.");
        }
        remember(session.user());
        return true;
    }

    @Override
    public boolean commit() {
        subject.getPrincipals().addAll(principals);
        return !principals.isEmpty();
    }

    @Override
    public boolean abort() {
        principals.clear();
        return true;
    }

    @Override
    public boolean logout() {
        subject.getPrincipals().removeAll(principals);
        principals.clear();
        return true;
    }

    private void remember(Access.User user) {
        principals.add(new UserPrincipal(user.name()));
        principals.add(new RolePrincipal(user.role().code()));
        Set<String> karaf = user.role() == Role.ADMINISTRATOR ? OPERATOR : Set.of("viewer");
        karaf.forEach(role -> principals.add(new RolePrincipal(role)));
    }

    private void ask(Callback... questions) throws LoginException {
        try {
            asker.handle(questions);
        } catch (IOException | UnsupportedCallbackException e) {
            throw (LoginException) new LoginException("Nobody answered.").initCause(e);
        }
    }
}
