package org.openprepay.broker;

import java.lang.annotation.Annotation;
import org.openprepay.link.mqtt.Config;

/** The link's configuration as the broker writes it. */
@SuppressWarnings("BadAnnotationImplementation")
record LinkConfig(String url, String user, String _password) implements Config {
    @Override
    public String truststore() {
        return "";
    }

    @Override
    public String _truststore_password() {
        return "";
    }

    @Override
    public String client_id() {
        return user;
    }

    @Override
    public int keepalive() {
        return 30;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return Config.class;
    }
}
