package org.openprepay.metering;

import java.util.Optional;
import org.openprepay.api.Caller;
import org.openprepay.api.MeterId;
import org.openprepay.api.Outcome;

/** What meters that dial in sign in with; made by the server, kept only as hashes. */
public interface Credentials {
    /** Makes a new secret for a meter; the old one ends. Answered once. */
    Outcome<String> issue(Caller caller, MeterId meter);

    /** The meter that signs in so, if the secret is right. */
    Optional<MeterId> check(String user, String secret);
}
