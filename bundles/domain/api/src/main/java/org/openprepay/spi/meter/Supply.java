package org.openprepay.spi.meter;

/** The state of a relay or valve; {@code ARMED} waits for the customer's own hand. */
public enum Supply {
    ON,
    OFF,
    LIMITED,
    ARMED
}
