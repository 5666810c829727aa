package org.openprepay.link.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.openprepay.link.mqtt.Deadline.until;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The link trusts the operator's authority, the broker's name, and nobody else. */
@Tag("HES-06")
class TlsTest {
    @TempDir static Path folder;

    private static IndependentBroker right;
    private static IndependentBroker misnamed;

    @BeforeAll
    static void start() throws Exception {
        right = new IndependentBroker(key("right", "ip:127.0.0.1"));
        misnamed = new IndependentBroker(key("misnamed", "dns:elsewhere.example.org"));
    }

    @AfterAll
    static void stop() throws Exception {
        right.close();
        misnamed.close();
    }

    @Test
    void aBrokerOfTheOperatorsAuthorityIsReached() {
        try (var link = new Closing(link(right, trust("right")))) {
            until(() -> link.link().state().up());
        }
    }

    @Test
    void aBrokerOfAnotherAuthorityIsNot() {
        try (var link = new Closing(link(right, trust("misnamed")))) {
            until(() -> failed(link.link()));
            assertFalse(link.link().state().up());
        }
    }

    @Test
    void aBrokerOfAnotherNameIsNot() {
        try (var link = new Closing(link(misnamed, trust("misnamed")))) {
            until(() -> failed(link.link()));
            assertFalse(link.link().state().up());
        }
    }

    @Test
    void aMissingTrustStoreIsNamed() {
        var missing = new Settings.TrustStore("nowhere.p12", "");

        var refused = assertThrows(IllegalArgumentException.class, () -> link(right, missing));

        assertEquals(
                "the trust store nowhere.p12 cannot be used: nowhere.p12", refused.getMessage());
    }

    private record Closing(MqttLink link) implements AutoCloseable {
        @Override
        public void close() {
            link.close();
        }
    }

    private static boolean failed(MqttLink link) {
        return !link.state().detail().equals("not connected yet");
    }

    private static MqttLink link(IndependentBroker broker, Settings.TrustStore trust) {
        var link =
                new MqttLink(
                        new Settings(
                                broker.url(),
                                IndependentBroker.USER,
                                IndependentBroker.PASSWORD,
                                Optional.of(trust),
                                "tls",
                                Duration.ofSeconds(30)));
        link.listen(List.of("openprepay/+/up/#"), new Commits());
        return link;
    }

    private static Settings.TrustStore trust(String name) {
        return new Settings.TrustStore(file(name + "-trust.p12").toString(), "changeit");
    }

    private static Path key(String name, String subject) throws Exception {
        Path key = file(name + ".p12");
        Path certificate = file(name + ".crt");
        Path trust = file(name + "-trust.p12");
        keytool(
                key,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + subject);
        keytool(key, "-exportcert", "-file", certificate.toString());
        keytool(trust, "-importcert", "-noprompt", "-file", certificate.toString());
        return key;
    }

    private static Path file(String name) {
        return folder.resolve(name);
    }

    private static void keytool(Path store, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", "broker", "-storetype", "PKCS12"));
        command.addAll(List.of("-storepass", "changeit", "-keystore", store.toString()));
        Process keytool = new ProcessBuilder(command).inheritIO().start();
        assertEquals(0, keytool.waitFor(), "keytool " + List.of(arguments));
    }
}
