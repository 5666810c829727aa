package org.openprepay.tariff.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.openprepay.rulebook.PackFiles;

/** The packs of the checkout. */
final class Packs {
    private static final Path RULES = Path.of("../../../rules");

    private Packs() {}

    static PackFiles load(String name) {
        Map<String, String> files = new TreeMap<>();
        Path root = RULES.resolve(name);
        try (var paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(path).toString(), Files.readString(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PackFiles.of(name, files);
    }

    static PackFiles with(PackFiles pack, String file, String text) {
        Map<String, String> files = new TreeMap<>(pack.files());
        files.put(file, text);
        return PackFiles.of(pack.name(), files);
    }

    static PackFiles edited(PackFiles pack, String file, String from, String to) {
        String text = pack.files().get(file);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(file + " does not contain " + from);
        }
        return with(pack, file, text.replace(from, to));
    }
}
