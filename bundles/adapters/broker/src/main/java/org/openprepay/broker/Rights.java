package org.openprepay.broker;

import io.moquette.broker.security.IAuthenticator;
import io.moquette.broker.security.IAuthorizatorPolicy;
import io.moquette.broker.subscriptions.Topic;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.openprepay.metering.Credentials;

/**
 * Who may connect and what they may do. A meter has its number as user and as client identifier, so
 * that nobody takes over a session; it publishes and hears only what is its own. The server may do
 * everything.
 */
final class Rights implements IAuthenticator, IAuthorizatorPolicy {
    static final String SERVER = "openprepay";

    private final Credentials credentials;
    private final byte[] serverPassword;

    Rights(Credentials credentials, String serverPassword) {
        this.credentials = credentials;
        this.serverPassword = serverPassword.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean checkValid(String client, @Nullable String user, byte @Nullable [] password) {
        if (user == null || password == null || !user.equals(client)) {
            return false;
        }
        return user.equals(SERVER)
                ? MessageDigest.isEqual(serverPassword, password)
                : isMeter(user, new String(password, StandardCharsets.UTF_8));
    }

    private boolean isMeter(String user, String secret) {
        return credentials
                .check(user, secret)
                .filter(meter -> meter.value().equals(user))
                .isPresent();
    }

    @Override
    public boolean canWrite(Topic topic, @Nullable String user, String client) {
        return mayPublish(topic.toString(), user);
    }

    @Override
    public boolean canRead(Topic topic, @Nullable String user, String client) {
        return SERVER.equals(user)
                || user != null && isBelow(topic.toString(), "openprepay/" + user + "/down/")
                || user != null && isBelow(topic.toString(), "cmnd/" + user + "/");
    }

    static boolean mayPublish(String topic, @Nullable String user) {
        return SERVER.equals(user)
                || user != null && isBelow(topic, "openprepay/" + user + "/up/")
                || user != null && isBelow(topic, "tele/" + user + "/")
                || user != null && isBelow(topic, "stat/" + user + "/");
    }

    private static boolean isBelow(String topic, String root) {
        return topic.startsWith(root) && topic.length() > root.length();
    }
}
