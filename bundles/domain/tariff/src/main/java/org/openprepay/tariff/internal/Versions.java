package org.openprepay.tariff.internal;

import java.time.Instant;
import java.util.List;
import org.openprepay.rulebook.PackVersion;

/** The versions that running bills are priced by. */
interface Versions {
    /** Those in force at any time in [from, to), in order of their dates. */
    List<PackVersion> inForce(String tariff, Instant from, Instant to);

    Rates rates(String digest);
}
