package org.openprepay.access.internal;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Hashes passwords with PBKDF2 (RFC 8018) and makes one-time passwords. */
final class Passwords {
    static final int MIN_LENGTH = 12;
    static final int MAX_LENGTH = 200;
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final int KEY_BITS = 256;
    private static final int SALT_BYTES = 16;
    private static final String READABLE =
            "abcdefghjkmnpqrstuvwxyz23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int ONE_TIME_LENGTH = 20;

    private final RandomGenerator random;
    private final int iterations;
    private final String nobody;

    Passwords(RandomGenerator random, int iterations) {
        this.random = random;
        this.iterations = iterations;
        this.nobody = hash(oneTime());
    }

    /** Without letters that look like others. */
    String oneTime() {
        var password = new StringBuilder(ONE_TIME_LENGTH);
        for (int i = 0; i < ONE_TIME_LENGTH; i++) {
            password.append(READABLE.charAt(random.nextInt(READABLE.length())));
        }
        return password.toString();
    }

    String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        HexFormat hex = HexFormat.of();
        byte[] key = derived(password, salt, iterations);
        return "pbkdf2:" + iterations + ":" + hex.formatHex(salt) + ":" + hex.formatHex(key);
    }

    /** Takes as long for somebody unknown as for somebody known. */
    boolean matches(String password, Optional<String> hash) {
        String[] parts = hash.orElse(nobody).split(":");
        HexFormat hex = HexFormat.of();
        String tried = password.length() <= MAX_LENGTH ? password : "";
        byte[] key = derived(tried, hex.parseHex(parts[2]), Integer.parseInt(parts[1]));
        return MessageDigest.isEqual(key, hex.parseHex(parts[3])) && hash.isPresent();
    }

    /** Why a new password is too weak; empty when it is not. */
    static Optional<String> weakness(String name, String password) {
        if (password.length() < MIN_LENGTH) {
            return Optional.of("a password has at least " + MIN_LENGTH + " characters");
        }
        if (password.length() > MAX_LENGTH) {
            return Optional.of("a password has at most " + MAX_LENGTH + " characters");
        }
        if (password.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))
                || password.chars().distinct().count() < 3) {
            return Optional.of("this password is the name or the same character again and again");
        }
        return Optional.empty();
    }

    private static byte[] derived(String password, byte[] salt, int iterations) {
        var spec = new PBEKeySpec(password.toCharArray(), salt, iterations, KEY_BITS);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        } finally {
            spec.clearPassword();
        }
    }
}
