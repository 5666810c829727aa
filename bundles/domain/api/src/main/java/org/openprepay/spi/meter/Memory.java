package org.openprepay.spi.meter;

import java.util.Optional;

/**
 * What survived of this meter's earlier dialogues: frame counters, the last acknowledged sequence.
 */
public interface Memory {
    /** The value last remembered under this name. */
    Optional<String> recall(String name);
}
