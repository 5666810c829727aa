package org.openprepay.broker;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an operator sets. */
@ObjectClassDefinition(
        name = "Embedded MQTT broker",
        description = "For demonstrations and small sites; it listens on this machine only")
public @interface Config {
    @AttributeDefinition(
            name = "Port",
            description = "0 picks a free one",
            min = "0",
            max = "65535")
    int port() default 1883;
}
