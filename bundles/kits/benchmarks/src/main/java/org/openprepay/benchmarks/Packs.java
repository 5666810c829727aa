package org.openprepay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openprepay.rulebook.PackFiles;

/** The packs that are shipped, from the rules folder of the checkout. */
final class Packs {
    private Packs() {}

    static PackFiles shipped(String name) throws IOException {
        Path folder = rules().resolve(name);
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                files.put(path, Files.readString(file));
            }
        }
        return PackFiles.of(name, files);
    }

    private static Path rules() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("rules").resolve("domestic"))) {
            here = here.getParent();
            if (here == null) {
                throw new IllegalStateException("start inside the checkout");
            }
        }
        return here.resolve("rules");
    }
}
