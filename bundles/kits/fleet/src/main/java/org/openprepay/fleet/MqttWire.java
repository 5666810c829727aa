package org.openprepay.fleet;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One meter's own connection to the broker. */
final class MqttWire implements Wire, IMqttActionListener {
    private static final Logger LOG = LoggerFactory.getLogger(MqttWire.class);
    private static final int MOST_IN_FLIGHT = 1_000;
    private static final int LONGEST_PAUSE = 16;
    private static final int GOODBYE_MILLIS = 500;

    private final String meter;
    private final MqttAsyncClient client;
    private final MqttConnectOptions options = new MqttConnectOptions();
    private final AtomicInteger connections = new AtomicInteger();
    private int pause;
    private int ticksToWait;

    MqttWire(String broker, MeterPlan plan) {
        meter = plan.id();
        try {
            client = new MqttAsyncClient(broker, meter, new MemoryPersistence());
        } catch (MqttException unusable) {
            throw new IllegalArgumentException("cannot use the broker " + broker, unusable);
        }
        options.setCleanSession(true);
        options.setUserName(meter);
        options.setPassword(plan.secret().toCharArray());
        options.setMaxInflight(MOST_IN_FLIGHT);
    }

    @Override
    public void tend(Ear ear) {
        if (client.isConnected()) {
            pause = 0;
        } else if (ticksToWait-- <= 0) {
            pause = Math.min(LONGEST_PAUSE, pause * 2 + 1);
            ticksToWait = pause;
            connect(ear);
        }
    }

    private void connect(Ear ear) {
        try {
            client.setCallback(new Hearing(ear));
            client.connect(options, null, this);
        } catch (MqttException busy) {
            LOG.debug("meter={} is still connecting", meter, busy);
        }
    }

    @Override
    public void onSuccess(IMqttToken connected) {
        try {
            client.subscribe("openprepay/" + meter + "/down/#", 0, null, new Subscribed());
        } catch (MqttException lost) {
            LOG.debug("meter={} lost its broker", meter, lost);
        }
    }

    @Override
    public void onFailure(IMqttToken token, Throwable why) {
        LOG.debug("meter={} found no broker", meter, why);
    }

    @Override
    public void publish(String topic, String payload) {
        try {
            client.publish(topic, payload.getBytes(StandardCharsets.UTF_8), 1, false);
        } catch (MqttException lost) {
            LOG.debug("meter={} keeps its message", meter, lost);
        }
    }

    @Override
    public int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        try {
            client.disconnect(0).waitForCompletion(GOODBYE_MILLIS);
        } catch (MqttException gone) {
            LOG.debug("meter={} was not connected", meter, gone);
        }
        try {
            client.close(true);
        } catch (MqttException gone) {
            LOG.debug("meter={} is already closed", meter, gone);
        }
    }

    /** A meter is there once it can hear its orders. */
    private final class Subscribed implements IMqttActionListener {
        @Override
        public void onSuccess(IMqttToken token) {
            connections.incrementAndGet();
        }

        @Override
        public void onFailure(IMqttToken token, Throwable why) {
            LOG.warn("meter={} may not hear its orders", meter, why);
        }
    }
}
