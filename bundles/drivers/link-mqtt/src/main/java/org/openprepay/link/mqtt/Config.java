package org.openprepay.link.mqtt;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * What an operator sets. The keys of the secrets begin with a point, which keeps them out of the
 * service's public properties.
 */
@ObjectClassDefinition(
        name = "MQTT link",
        description = "The broker through which meters are reached")
public @interface Config {
    @AttributeDefinition(
            name = "Broker",
            description = "tcp://host:1883, or ssl://host:8883 with TLS and host name check")
    String url() default "tcp://127.0.0.1:1883";

    @AttributeDefinition(name = "User")
    String user() default "openprepay";

    @AttributeDefinition(name = "Password", type = AttributeType.PASSWORD)
    String _password() default "";

    @AttributeDefinition(
            name = "Trust store",
            description = "PKCS12 file with the broker's authority; empty for the Java default")
    String truststore() default "";

    @AttributeDefinition(name = "Trust store password", type = AttributeType.PASSWORD)
    String _truststore_password() default "";

    @AttributeDefinition(
            name = "Client identifier",
            description = "Fixed, so that the broker keeps the session; one for each server")
    String client_id() default "openprepay";

    @AttributeDefinition(name = "Keep-alive in seconds", min = "1", max = "3600")
    int keepalive() default 30;
}
