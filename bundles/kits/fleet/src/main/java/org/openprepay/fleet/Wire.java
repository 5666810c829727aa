package org.openprepay.fleet;

/** What carries a pretend meter's messages. */
interface Wire extends AutoCloseable {
    /** Hears what is published for the meter. */
    interface Ear {
        void heard(String topic, String payload);
    }

    /** Connects in the background when it is not connected; never blocks. */
    void tend(Ear ear);

    /** Sends, or does nothing when it is not connected. */
    void publish(String topic, String payload);

    /** How often it came up so far; a meter sends everything kept again after each. */
    int connections();

    @Override
    void close();
}
