/** Translates meters that speak JSON over MQTT. */
@NullMarked
package org.openprepay.meter.mqtt.json;

import org.jspecify.annotations.NullMarked;
