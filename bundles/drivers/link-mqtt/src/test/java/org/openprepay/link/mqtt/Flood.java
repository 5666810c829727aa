package org.openprepay.link.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** Publishes many messages without waiting for each, a hundred in flight. */
final class Flood implements AutoCloseable, IMqttActionListener {
    private static final int IN_FLIGHT = 100;

    private final MqttAsyncClient client;
    private final Semaphore free = new Semaphore(IN_FLIGHT);

    Flood(IndependentBroker broker) throws MqttException {
        client = new MqttAsyncClient(broker.url(), "flood", new MemoryPersistence());
        var options = new MqttConnectOptions();
        options.setUserName(IndependentBroker.USER);
        options.setPassword(IndependentBroker.PASSWORD.toCharArray());
        options.setMaxInflight(2 * IN_FLIGHT);
        client.connect(options).waitForCompletion();
    }

    void publish(String topic, String text) throws MqttException, InterruptedException {
        free.acquire();
        client.publish(topic, text.getBytes(StandardCharsets.UTF_8), 1, false, null, this);
    }

    @Override
    public void onSuccess(IMqttToken token) {
        free.release();
    }

    @Override
    public void onFailure(IMqttToken token, Throwable why) {
        free.release();
    }

    @Override
    public void close() throws MqttException {
        client.disconnect(0).waitForCompletion(1_000);
        client.close(true);
    }
}
