package org.openprepay.host.time;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.openprepay.api.IdSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** 48 bits of wall time and 80 random bits in Crockford's base 32 (github.com/ulid/spec). */
@Component
public final class Ulids implements IdSource {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int TIME_DIGITS = 10;
    private static final int RANDOM_DIGITS = 16;

    private final InstantSource wall;
    private final SecureRandom random = new SecureRandom();

    @Activate
    public Ulids(@Reference(target = "(clock=wall)") InstantSource wall) {
        this.wall = wall;
    }

    @Override
    public String next() {
        var id = new StringBuilder(TIME_DIGITS + RANDOM_DIGITS);
        long millis = wall.instant().toEpochMilli();
        for (int i = TIME_DIGITS - 1; i >= 0; i--) {
            id.append(DIGITS.charAt((int) (millis >>> (5 * i)) & 31));
        }
        byte[] bytes = new byte[RANDOM_DIGITS];
        random.nextBytes(bytes);
        for (byte b : bytes) {
            id.append(DIGITS.charAt(b & 31));
        }
        return id.toString();
    }
}
