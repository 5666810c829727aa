/** The embedded MQTT broker; Moquette is locked in here. */
@NullMarked
package org.openprepay.broker;

import org.jspecify.annotations.NullMarked;
