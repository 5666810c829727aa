package org.openprepay.link.mqtt;

import org.openprepay.spi.meter.Frame;

/**
 * A frame as the broker delivered it.
 *
 * @param connection the number of the connection on which alone it can be acknowledged
 * @param id the broker's packet identifier, 0 at quality of service 0
 */
record Arrival(int connection, int id, int qos, Frame frame) {}
