package org.openprepay.link.mqtt;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.openprepay.spi.link.Link;
import org.openprepay.spi.meter.Frame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One kept session with one broker: connects again whenever the broker was gone, and acknowledges
 * an arrival only on the connection it came over.
 */
final class Connection implements MqttCallback, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final BackOff CONNECT_AGAIN =
            new BackOff(Duration.ofMillis(250), Duration.ofSeconds(30));
    private static final int MOST_IN_FLIGHT = 10_000;
    private static final int CONNECT_SECONDS = 10;
    private static final int GOODBYE_MILLIS = 2_000;
    private static final int AT_LEAST_ONCE = 1;
    private static final int AT_MOST_ONCE = 0;

    private final Settings settings;
    private final MqttAsyncClient client;
    private final MqttConnectOptions options;
    private final ScheduledExecutorService timer;
    private final Deliveries deliveries;
    private final Set<String> channels = new CopyOnWriteArraySet<>();
    private final Set<Integer> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connection = new AtomicInteger();
    private final AtomicLong tooLong = new AtomicLong();
    private volatile Link.State state = new Link.State(false, "not connected yet");
    private volatile boolean closed;

    Connection(Settings settings, Link.Listener listener) {
        this.settings = settings;
        options = options(settings);
        timer = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "link-mqtt"));
        deliveries = new Deliveries(timer, c -> c == connection.get(), this::acknowledge, listener);
        try {
            client =
                    new MqttAsyncClient(
                            settings.url(), settings.clientId(), new MemoryPersistence());
        } catch (MqttException unusable) {
            timer.shutdownNow();
            throw new IllegalArgumentException("cannot use " + settings, unusable);
        }
        client.setManualAcks(true);
        client.setCallback(this);
    }

    private static MqttConnectOptions options(Settings settings) {
        var options = new MqttConnectOptions();
        options.setCleanSession(false);
        options.setUserName(settings.user());
        options.setPassword(settings.password().toCharArray());
        options.setKeepAliveInterval((int) settings.keepAlive().toSeconds());
        options.setConnectionTimeout(CONNECT_SECONDS);
        options.setMaxInflight(MOST_IN_FLIGHT);
        settings.trust().ifPresent(store -> options.setSocketFactory(Tls.trusting(store)));
        return options;
    }

    /** Listens on these channels too; earlier ones stay, so that nothing is missed in a swap. */
    void listen(List<String> more, Link.Listener listener) {
        deliveries.listener(listener);
        channels.addAll(more);
        if (client.isConnected()) {
            subscribe();
        }
    }

    void start() {
        connect(0);
    }

    private void connect(int failures) {
        if (closed) {
            return;
        }
        try {
            client.connect(options, null, new Attempt(failures));
        } catch (MqttException notNow) {
            failed(failures, notNow);
        }
    }

    private void failed(int failures, Throwable why) {
        Duration wait = CONNECT_AGAIN.after(failures);
        down(settings.url() + " as user " + settings.user() + ": " + why.getMessage());
        LOG.warn(
                "broker not reached url={} again_in={} why={}",
                settings.url(),
                wait,
                why.getMessage());
        later(() -> connect(failures + 1), wait);
    }

    private void later(Runnable work, Duration wait) {
        if (!closed) {
            timer.schedule(work, wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void subscribe() {
        String[] topics = channels.toArray(String[]::new);
        int[] qos = new int[topics.length];
        Arrays.fill(qos, AT_LEAST_ONCE);
        try {
            client.subscribe(topics, qos, null, new Subscribed());
        } catch (MqttException lost) {
            LOG.warn("not subscribed, the connection is about to be made again", lost);
        }
    }

    @Override
    public void connectionLost(Throwable why) {
        connection.incrementAndGet();
        open.clear();
        down("connection lost: " + why.getMessage());
        LOG.warn("broker lost url={} why={}", settings.url(), why.getMessage());
        later(() -> connect(0), CONNECT_AGAIN.after(0));
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) throws InterruptedException {
        int now = connection.get();
        int length = message.getPayload().length;
        if (length > Frame.MAX_BYTES) {
            LOG.warn("payload refused topic={} bytes={} most={}", topic, length, Frame.MAX_BYTES);
            tooLong.incrementAndGet();
            acknowledge(now, message.getId(), message.getQos());
        } else if (message.isRetained()) {
            LOG.warn("retained message refused topic={}", topic);
            acknowledge(now, message.getId(), message.getQos());
        } else if (message.getQos() == AT_MOST_ONCE || open.add(message.getId())) {
            var frame = new Frame(topic, message.getPayload());
            deliveries.arrived(
                    new Arrival(now, message.getId(), message.getQos(), frame),
                    client::isConnected);
        }
    }

    private void acknowledge(Arrival arrival) {
        if (arrival.connection() == connection.get()) {
            open.remove(arrival.id());
            acknowledge(arrival.connection(), arrival.id(), arrival.qos());
        }
    }

    private void acknowledge(int over, int id, int qos) {
        try {
            client.messageArrivedComplete(id, qos);
        } catch (MqttException lost) {
            LOG.debug("not acknowledged on connection {}, will be delivered again", over, lost);
        }
    }

    void send(Frame frame) throws Link.Unreachable {
        try {
            client.publish(frame.channel(), frame.bytes(), AT_MOST_ONCE, false);
        } catch (MqttException | IllegalArgumentException notSent) {
            throw new Link.Unreachable(
                    "not sent to " + frame.channel() + ": " + notSent.getMessage());
        }
    }

    Link.State state() {
        long refused = tooLong.get();
        return refused == 0
                ? state
                : new Link.State(state.up(), state.detail() + "; too long and refused: " + refused);
    }

    private void down(String why) {
        state = new Link.State(false, why);
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {
        // Nothing waits for it: an order counts when the meter's own report says so.
    }

    @Override
    public void close() {
        closed = true;
        connection.incrementAndGet();
        timer.shutdownNow();
        sayGoodbye();
        try {
            client.close(true);
        } catch (MqttException gone) {
            LOG.debug("already closed", gone);
        }
        down("closed");
    }

    private void sayGoodbye() {
        try {
            client.disconnect(0).waitForCompletion(GOODBYE_MILLIS);
        } catch (MqttException gone) {
            LOG.debug("closed without a goodbye", gone);
        }
    }

    /** What becomes of one attempt to connect. */
    private final class Attempt implements IMqttActionListener {
        private final int failures;

        Attempt(int failures) {
            this.failures = failures;
        }

        @Override
        public void onSuccess(IMqttToken token) {
            LOG.info(
                    "broker reached url={} kept_session={}",
                    settings.url(),
                    token.getSessionPresent());
            subscribe();
        }

        @Override
        public void onFailure(IMqttToken token, Throwable why) {
            failed(failures, why);
        }
    }

    /** The link is up only once the broker granted every channel. */
    private final class Subscribed implements IMqttActionListener {
        @Override
        public void onSuccess(IMqttToken token) {
            for (int granted : token.getGrantedQos()) {
                if (granted > AT_LEAST_ONCE) {
                    down("the broker refuses a channel to user " + settings.user());
                    return;
                }
            }
            state = new Link.State(true, settings.url());
        }

        @Override
        public void onFailure(IMqttToken token, Throwable why) {
            down("not subscribed: " + why.getMessage());
        }
    }
}
