package org.openprepay.spi.meter;

/** How a meter is found on its link: a topic, an HDLC address, a Modbus unit. */
public record MeterAddress(String value) {
    public MeterAddress {
        if (value.isBlank() || value.length() > 200) {
            throw new IllegalArgumentException("a meter address has 1 to 200 characters");
        }
    }
}
