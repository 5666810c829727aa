package org.openprepay.link.mqtt;

import java.nio.charset.StandardCharsets;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** Something on the other side of the broker that publishes. */
final class Sender implements AutoCloseable {
    private final MqttClient client;

    Sender(IndependentBroker broker) throws MqttException {
        client = new MqttClient(broker.url(), "sender", new MemoryPersistence());
        var options = new MqttConnectOptions();
        options.setUserName(IndependentBroker.USER);
        options.setPassword(IndependentBroker.PASSWORD.toCharArray());
        client.connect(options);
    }

    MqttClient client() {
        return client;
    }

    void publish(String topic, String text) throws MqttException {
        publish(topic, text.getBytes(StandardCharsets.UTF_8));
    }

    void publish(String topic, byte[] payload) throws MqttException {
        client.publish(topic, payload, 1, false);
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnect(0);
        }
        client.close(true);
    }
}
