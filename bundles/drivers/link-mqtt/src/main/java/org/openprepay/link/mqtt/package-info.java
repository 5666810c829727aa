/** Carries frames over MQTT 3.1.1. */
@NullMarked
package org.openprepay.link.mqtt;

import org.jspecify.annotations.NullMarked;
