package org.openprepay.meter.mqtt.json;

/** A payload that is not what the profile says; the message tells which part. */
final class Garbled extends Exception {
    private static final long serialVersionUID = 1;
    private final String detail;

    Garbled(String detail) {
        super(detail);
        this.detail = detail;
    }

    String detail() {
        return detail;
    }
}
