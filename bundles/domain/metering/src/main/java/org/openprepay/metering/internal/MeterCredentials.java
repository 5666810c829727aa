package org.openprepay.metering.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.openprepay.api.Caller;
import org.openprepay.api.MeterId;
import org.openprepay.api.Outcome;
import org.openprepay.api.Transactions;
import org.openprepay.metering.Credentials;
import org.openprepay.metering.Meter;
import org.openprepay.metering.MeteringStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Secrets of meters. A secret has 190 random bits, so a salted hash needs no slow function; the
 * user name is the meter's number.
 */
@Component(service = Credentials.class)
public final class MeterCredentials implements Credentials {
    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int LENGTH = 32;
    private static final int SALT_BYTES = 16;
    private static final String NOBODY = "00:00";

    private final Transactions transactions;
    private final MeteringStore store;
    private final RandomGenerator random;

    @Activate
    public MeterCredentials(@Reference Transactions transactions, @Reference MeteringStore store) {
        this(transactions, store, new SecureRandom());
    }

    MeterCredentials(Transactions transactions, MeteringStore store, RandomGenerator random) {
        this.transactions = transactions;
        this.store = store;
        this.random = random;
    }

    @Override
    public Outcome<String> issue(Caller caller, MeterId meter) {
        Rights.operates(caller);
        String secret = secret();
        String hash = hashed(secret);
        return transactions.run(
                () -> {
                    if (serving(meter).isEmpty()) {
                        return Outcome.refused(
                                "UNKNOWN_METER", "meter", "no meter " + meter + " in service");
                    }
                    store.putSecret(meter, hash);
                    return Outcome.accepted(secret);
                });
    }

    @Override
    public Optional<MeterId> check(String user, String secret) {
        Optional<MeterId> meter = meter(user);
        String hash =
                transactions.read(
                        () ->
                                meter.flatMap(this::serving)
                                        .flatMap(known -> store.secret(known.id()))
                                        .orElse(NOBODY));
        return matches(secret, hash) ? meter : Optional.empty();
    }

    private Optional<Meter> serving(MeterId id) {
        return Optional.ofNullable(store.meters(List.of(id)).get(id))
                .filter(meter -> meter.removed().isEmpty());
    }

    private static Optional<MeterId> meter(String user) {
        try {
            return Optional.of(new MeterId(user));
        } catch (IllegalArgumentException noNumber) {
            return Optional.empty();
        }
    }

    private String secret() {
        var secret = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            secret.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return secret.toString();
    }

    private String hashed(String secret) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        String hex = HexFormat.of().formatHex(salt);
        return hex + ":" + digest(hex, secret);
    }

    private static boolean matches(String secret, String hash) {
        String salt = hash.substring(0, hash.indexOf(':'));
        byte[] kept = hash.substring(salt.length() + 1).getBytes(UTF_8);
        return MessageDigest.isEqual(digest(salt, secret).getBytes(UTF_8), kept);
    }

    private static String digest(String salt, String secret) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest((salt + secret).getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
