package org.openprepay.link.mqtt;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openprepay.spi.link.Link;
import org.openprepay.spi.meter.Frame;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** Carries frames over an MQTT 3.1.1 broker; a channel is a topic. */
@Component(
        configurationPid = "org.openprepay.link.mqtt",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Config.class)
public final class MqttLink implements Link {
    private final Settings settings;
    private @Nullable Connection connection;

    @Activate
    public MqttLink(Config config) {
        this(Settings.of(config));
    }

    MqttLink(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String kind() {
        return "mqtt";
    }

    @Override
    public synchronized void listen(List<String> channels, Listener listener) {
        if (connection == null) {
            connection = new Connection(settings, listener);
            connection.listen(channels, listener);
            connection.start();
        } else {
            connection.listen(channels, listener);
        }
    }

    @Override
    public void send(Frame frame) throws Unreachable {
        Connection now = current();
        if (now == null) {
            throw new Unreachable("the link is not started");
        }
        now.send(frame);
    }

    @Override
    public State state() {
        Connection now = current();
        return now == null ? new State(false, "not started") : now.state();
    }

    private synchronized @Nullable Connection current() {
        return connection;
    }

    @Deactivate
    @Override
    public synchronized void close() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
