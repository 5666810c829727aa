package org.openprepay.metering.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openprepay.api.Caller;
import org.openprepay.api.MeterId;

class MeterCredentialsTest {
    private final FakeMeteringStore store = new FakeMeteringStore();
    private final MeterCredentials credentials =
            new MeterCredentials(new DirectTransactions(), store, new Random(7));

    @BeforeEach
    void registerTheMeter() {
        store.add(Bench.meter(Bench.METER, "addr-42"));
    }

    @Test
    void aMeterSignsInWithItsNumberAndSecret() {
        String secret = credentials.issue(Bench.STAFF, Bench.METER).orThrow();
        assertEquals(32, secret.length());
        assertEquals(Optional.of(Bench.METER), credentials.check("0042", secret));
        assertEquals(Optional.empty(), credentials.check("0042", secret + "x"));
        assertEquals(Optional.empty(), credentials.check("0043", secret));
        assertEquals(Optional.empty(), credentials.check("no number/#", secret));
    }

    @Test
    void aNewSecretEndsTheOldOneAndNeitherIsKept() {
        String old = credentials.issue(Bench.STAFF, Bench.METER).orThrow();
        String secret = credentials.issue(Bench.STAFF, Bench.METER).orThrow();
        assertEquals(Optional.empty(), credentials.check("0042", old));
        assertEquals(Optional.of(Bench.METER), credentials.check("0042", secret));
        assertFalse(store.secrets.get(Bench.METER).contains(secret));
    }

    @Test
    void aMeterWithoutASecretDoesNotSignIn() {
        assertEquals(Optional.empty(), credentials.check("0042", ""));
        assertEquals(Optional.empty(), credentials.check("0042", "00"));
    }

    @Test
    void secretsAreForKnownMetersAndStaffWhoOperate() {
        var nobody = new MeterId("nobody");
        assertFalse(credentials.issue(Bench.STAFF, nobody).isAccepted());
        assertThrows(Caller.Denied.class, () -> credentials.issue(Bench.FEED, Bench.METER));
    }
}
