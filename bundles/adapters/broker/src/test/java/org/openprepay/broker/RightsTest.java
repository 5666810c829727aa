package org.openprepay.broker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttSecurityException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what at the embedded broker, tried from outside. */
class RightsTest {
    private static final String PASSWORD = "made by the server";
    private static final int REFUSED = 128;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() {
        var secrets = new Secrets(Map.of("M1", "one", "M2", "two"));
        broker = new EmbeddedBroker(0, new Rights(secrets, PASSWORD));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    /** A client that is gone at the end of the test. */
    private record Peer(MqttAsyncClient client) implements AutoCloseable {
        @Override
        public void close() throws MqttException {
            if (client.isConnected()) {
                client.disconnect(0).waitForCompletion(2_000);
            }
            client.close(true);
        }
    }

    private static Peer connect(String client, String user, String password) throws MqttException {
        var peer = new MqttAsyncClient(broker.url(), client, new MemoryPersistence());
        var options = new MqttConnectOptions();
        if (!user.isEmpty()) {
            options.setUserName(user);
            options.setPassword(password.toCharArray());
        }
        peer.connect(options).waitForCompletion(10_000);
        return new Peer(peer);
    }

    @ParameterizedTest
    @CsvSource({
        "M1, M1, two",
        "M1, M1, ''",
        "M1, '', ''",
        "M2, M1, one",
        "openprepay, M1, one",
        "openprepay, openprepay, guessed",
        "elsewhere, openprepay, made by the server",
        "M3, M3, three",
    })
    void whoIsNotWhoTheySayIsRefused(String client, String user, String password) {
        assertThrows(MqttSecurityException.class, () -> connect(client, user, password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#",
                "+/M1/down/#",
                "openprepay/+/down/#",
                "openprepay/M2/down/order",
                "openprepay/M2/up/readings",
                "openprepay/M1/#",
                "cmnd/M2/POWER",
                "$SYS/#",
            })
    void aMeterHearsNothingOfOthers(String topic) throws Exception {
        try (Peer meter = connect("M1", "M1", "one")) {
            assertArrayEquals(new int[] {REFUSED}, granted(meter, topic));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"openprepay/M1/down/#", "openprepay/M1/down/order", "cmnd/M1/POWER"})
    void aMeterHearsItsOwnOrders(String topic) throws Exception {
        try (Peer meter = connect("M1", "M1", "one")) {
            assertArrayEquals(new int[] {1}, granted(meter, topic));
        }
    }

    private static int[] granted(Peer meter, String topic) throws MqttException {
        IMqttToken token = meter.client().subscribe(topic, 1);
        try {
            token.waitForCompletion(10_000);
        } catch (MqttException refused) {
            assertEquals(REFUSED, refused.getReasonCode());
        }
        return token.getGrantedQos();
    }

    @Test
    void aMeterSpeaksOnlyForItself() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (Peer server = connect("openprepay", "openprepay", PASSWORD)) {
            server.client()
                    .subscribe("#", 1, (topic, message) -> heard.add(topic))
                    .waitForCompletion(10_000);
            for (String foreign : new String[] {"openprepay/M2/up/readings", "cmnd/M2/POWER"}) {
                publishAsM1(foreign, "forged".getBytes(StandardCharsets.UTF_8));
            }
            publishAsM1("openprepay/M1/up/readings", new byte[] {1});

            assertEquals("openprepay/M1/up/readings", heard.poll(10, TimeUnit.SECONDS));
            assertNull(heard.poll());
        }
    }

    @Test
    @Tag("HES-28")
    void tenMegabytesEndTheSenderAndNobodyElse() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (Peer server = connect("openprepay", "openprepay", PASSWORD)) {
            server.client()
                    .subscribe("openprepay/+/up/#", 1, (topic, message) -> heard.add(topic))
                    .waitForCompletion(10_000);
            publishAsM1("openprepay/M1/up/profile", new byte[10 * 1024 * 1024]);
            publishAsM1("openprepay/M1/up/readings", new byte[] {1});

            assertEquals("openprepay/M1/up/readings", heard.poll(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void aTakenPortIsNamed() {
        int port = Integer.parseInt(broker.url().substring(broker.url().lastIndexOf(':') + 1));
        var rights = new Rights(new Secrets(Map.of()), PASSWORD);

        var taken =
                assertThrows(UncheckedIOException.class, () -> new EmbeddedBroker(port, rights));

        assertEquals("port " + port + " of the broker is taken", taken.getMessage());
    }

    private static void publishAsM1(String topic, byte[] payload) throws MqttException {
        try (Peer meter = connect("M1", "M1", "one")) {
            meter.client().publish(topic, payload, 1, false).waitForCompletion(1_000);
        } catch (MqttException cutOff) {
            assertEquals(MqttException.class, cutOff.getClass());
        }
    }
}
