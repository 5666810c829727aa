package org.openprepay.rulebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The content of one rule pack's folder.
 *
 * @param name the folder's name, for example {@code domestic}
 * @param files text by path inside the folder
 */
public record PackFiles(String name, SortedMap<String, String> files) {
    /** More than this is refused before anything is parsed. */
    public static final int MAX_BYTES = 512 * 1024;

    public PackFiles {
        if (!name.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException(
                    "a pack's name has 1 to 40 small letters, digits or hyphens, not \""
                            + name
                            + "\"");
        }
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    public static PackFiles of(String name, Map<String, String> files) {
        return new PackFiles(name, new TreeMap<>(files));
    }

    /** SHA-256 over paths and texts, in hexadecimal; bills keep it. */
    public String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            files.forEach(
                    (path, text) -> {
                        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                        sha.update(
                                (path + "\n" + bytes.length + "\n")
                                        .getBytes(StandardCharsets.UTF_8));
                        sha.update(bytes);
                    });
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
