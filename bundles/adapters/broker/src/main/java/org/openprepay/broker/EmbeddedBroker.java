package org.openprepay.broker;

import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Properties;
import org.openprepay.spi.meter.Frame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moquette on the loopback interface: no anonymous clients, no telemetry, nothing on disk. A meter
 * keeps what was not acknowledged by the server, so a broker without memory loses nothing.
 */
final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final int HEADERS = 1_024;

    private final Server server = new Server();
    private final int port;

    EmbeddedBroker(int wanted, Rights rights) {
        port = wanted == 0 ? free() : wanted;
        var config = new MemoryConfig(new Properties());
        config.setProperty(IConfig.HOST_PROPERTY_NAME, LOOPBACK);
        config.setProperty(IConfig.PORT_PROPERTY_NAME, String.valueOf(port));
        config.setProperty(IConfig.ALLOW_ANONYMOUS_PROPERTY_NAME, "false");
        config.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false");
        config.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "false");
        config.setProperty(IConfig.BUFFER_FLUSH_MS_PROPERTY_NAME, "0");
        config.setProperty(
                IConfig.NETTY_MAX_BYTES_PROPERTY_NAME, String.valueOf(Frame.MAX_BYTES + HEADERS));
        start(config, rights);
    }

    private void start(IConfig config, Rights rights) {
        try (var probe = new ServerSocket(port, 1, InetAddress.getByName(LOOPBACK))) {
            LOG.debug("port={} is free", probe.getLocalPort());
        } catch (IOException taken) {
            throw new UncheckedIOException("port " + port + " of the broker is taken", taken);
        }
        try {
            server.startServer(config, List.of(), null, rights, rights);
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    /** Moquette 0.17 sometimes does not know a port that it picked itself. */
    private static int free() {
        try (var probe = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return probe.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException("no free port for the broker", none);
        }
    }

    String url() {
        return "tcp://" + LOOPBACK + ":" + port;
    }

    @Override
    public void close() {
        server.stopServer();
    }
}
