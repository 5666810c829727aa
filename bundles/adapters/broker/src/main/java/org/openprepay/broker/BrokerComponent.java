package org.openprepay.broker;

import java.security.SecureRandom;
import java.util.Base64;
import org.openprepay.metering.Credentials;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the embedded broker while it is configured; the server's password lives as long. */
@Component(
        configurationPid = "org.openprepay.broker",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {})
@Designate(ocd = Config.class)
public final class BrokerComponent {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerComponent.class);
    private static final int PASSWORD_BYTES = 24;

    private final EmbeddedBroker broker;
    private final LinkConfiguration link;

    @Activate
    public BrokerComponent(
            Config config,
            @Reference Credentials credentials,
            @Reference ConfigurationAdmin configurations) {
        String password = password();
        broker = new EmbeddedBroker(config.port(), new Rights(credentials, password));
        link = new LinkConfiguration(configurations);
        boolean used = link.pointAt(broker.url(), password);
        LOG.info("embedded broker up url={} used_by_server={}", broker.url(), used);
    }

    private static String password() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    @Deactivate
    void stop() {
        link.forget();
        broker.close();
    }
}
