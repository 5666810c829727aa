package org.openprepay.api;

import java.time.InstantSource;

/**
 * The time of readings, calendars, grace and billing. The demo accelerates it; it is kept across
 * restarts and never goes back. Sessions, time-outs and audit use the wall clock instead, which is
 * injected as a plain {@link InstantSource} with the service property {@code clock=wall}.
 */
public interface UtilityClock extends InstantSource {
    /** How many utility seconds pass in one wall second; 1 outside the demo. */
    double pace();
}
