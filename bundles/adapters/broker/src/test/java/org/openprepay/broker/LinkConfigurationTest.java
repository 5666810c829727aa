package org.openprepay.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Hashtable;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkConfigurationTest {
    private static final String URL = "tcp://127.0.0.1:1883";

    private final StoredConfiguration stored = new StoredConfiguration();
    private final LinkConfiguration link = new LinkConfiguration(stored);

    @Test
    void theLinkIsPointedAtTheBrokerWithTheServersName() {
        assertTrue(link.pointAt(URL, "first"));
        assertTrue(link.pointAt(URL, "second"));

        assertNotNull(stored.stored);
        assertEquals(
                Map.of(
                        "url", URL,
                        "user", "openprepay",
                        ".password", "second",
                        "client.id", "openprepay",
                        "embedded", true),
                stored.stored);
        link.forget();
        assertNull(stored.stored);
    }

    @Test
    void anOperatorsOwnBrokerStays() {
        var theirs = new Hashtable<String, Object>(Map.of("url", "ssl://mqtt.example.org:8883"));
        stored.stored = theirs;

        assertFalse(link.pointAt(URL, "secret"));
        link.forget();

        assertEquals(theirs, stored.stored);
    }

    @Test
    void theComponentLivesAndDiesWithItsConfiguration() {
        var component = new BrokerComponent(new BrokerConfig(0), new Secrets(Map.of()), stored);

        assertNotNull(stored.stored);
        assertTrue(stored.stored.get("url").toString().matches("tcp://127\\.0\\.0\\.1:\\d+"));
        component.stop();
        assertNull(stored.stored);
    }

    /** The broker's configuration. */
    @SuppressWarnings("BadAnnotationImplementation")
    private record BrokerConfig(int port) implements Config {
        @Override
        public Class<? extends java.lang.annotation.Annotation> annotationType() {
            return Config.class;
        }
    }
}
