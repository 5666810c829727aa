package org.openprepay.meter.mqtt.json;

import java.util.Optional;
import java.util.OptionalLong;
import org.openprepay.spi.meter.Report;

/**
 * One message of a meter, read.
 *
 * @param order the number of the order it answers, if it answers one
 * @param refused why the meter did not obey
 */
record Said(OptionalLong order, Optional<String> refused, Report report) {
    boolean answers(long number) {
        return order.isPresent() && order.getAsLong() == number;
    }
}
