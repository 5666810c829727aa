package org.openprepay.link.mqtt;

import java.time.Duration;
import java.util.Optional;

/** How to reach the broker, checked. */
record Settings(
        String url,
        String user,
        String password,
        Optional<TrustStore> trust,
        String clientId,
        Duration keepAlive) {
    /** Whom to trust as a broker. */
    record TrustStore(String file, String password) {}

    Settings {
        if (!url.startsWith("tcp://") && !url.startsWith("ssl://")) {
            throw new IllegalArgumentException(
                    "url must begin with tcp:// or ssl:// but is " + url);
        }
        if (clientId.isBlank()) {
            throw new IllegalArgumentException("client.id must not be empty");
        }
        if (keepAlive.isNegative() || keepAlive.isZero()) {
            throw new IllegalArgumentException("keepalive must be a positive number of seconds");
        }
    }

    static Settings of(Config config) {
        return new Settings(
                config.url(),
                config.user(),
                config._password(),
                config.truststore().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new TrustStore(config.truststore(), config._truststore_password())),
                config.client_id(),
                Duration.ofSeconds(config.keepalive()));
    }

    /** Never shows the secrets. */
    @Override
    public String toString() {
        return "Settings[url=" + url + ", user=" + user + ", clientId=" + clientId + "]";
    }
}
