package org.openprepay.house.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The compiled classes of every module, read once. */
final class Classes {
    private static final Path BUNDLES = Path.of("../..").toAbsolutePath().normalize();

    /** What the bundles ship. */
    static final JavaClasses SHIPPED =
            new ClassFileImporter()
                    .withImportOption(new DoNotIncludeTests())
                    .importPackages("org.openprepay");

    /** Their tests, where they were compiled. */
    static final JavaClasses TESTS = new ClassFileImporter().importPaths(testFolders());

    private Classes() {}

    private static List<Path> testFolders() {
        try (Stream<Path> folders = Files.find(BUNDLES, 4, (path, what) -> holdsTests(path))) {
            return folders.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holdsTests(Path path) {
        return path.endsWith("target/test-classes");
    }
}
