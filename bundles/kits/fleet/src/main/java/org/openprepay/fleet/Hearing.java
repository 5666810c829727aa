package org.openprepay.fleet;

import java.nio.charset.StandardCharsets;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttMessage;

/** Passes arrivals on; a lost connection is noticed at the next tick. */
record Hearing(Wire.Ear ear) implements MqttCallback {
    @Override
    public void messageArrived(String topic, MqttMessage message) {
        ear.heard(topic, new String(message.getPayload(), StandardCharsets.UTF_8));
    }

    @Override
    public void connectionLost(Throwable why) {}

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {}
}
