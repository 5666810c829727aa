package org.openprepay.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads packs from the sub-folders of a folder; trouble becomes problems, not exceptions. */
final class PackReader {
    static final int MAX_DEPTH = 3;
    static final int MAX_FILES = 200;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern EDITORS_OWN =
            Pattern.compile("[.#].*|.*(~|\\.(tmp|bak|swp|orig))");

    private final Path folder;

    PackReader(Path folder) {
        this.folder = folder;
    }

    /** The packs' names, sorted; none when the folder itself is missing. */
    List<String> names(List<RuleProblem> problems) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<String> names =
                    entries.filter(Files::isDirectory)
                            .map(entry -> entry.getFileName().toString())
                            .filter(name -> !EDITORS_OWN.matcher(name).matches())
                            .sorted()
                            .toList();
            if (names.size() > RulesFolder.MAX_PACKS) {
                tell(problems, "", "has over " + RulesFolder.MAX_PACKS + " packs; move some away");
            }
            names.stream()
                    .filter(name -> !NAME.matcher(name).matches())
                    .forEach(
                            name ->
                                    tell(
                                            problems,
                                            name,
                                            "is no pack's name; use 1 to 40 small letters, digits"
                                                    + " or hyphens"));
            return names.stream()
                    .filter(name -> NAME.matcher(name).matches())
                    .limit(RulesFolder.MAX_PACKS)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            tell(problems, "", "cannot be read; check that it exists and its permissions");
            return List.of();
        }
    }

    /** The pack; empty when it changes under our hands, is empty or has problems. */
    Optional<PackFiles> read(String name, List<RuleProblem> problems) {
        Path root = folder.resolve(name);
        try (Stream<Path> walk = Files.walk(root, MAX_DEPTH)) {
            List<Path> paths =
                    walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                            .filter(path -> !isEditorsOwn(path))
                            .limit(MAX_FILES + 1L)
                            .toList();
            return fits(name, paths, problems)
                    ? texts(name, root, paths, problems)
                    : Optional.empty();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            tell(problems, name, "cannot be read; check its permissions");
            return Optional.empty();
        }
    }

    private static boolean isEditorsOwn(Path path) {
        return EDITORS_OWN.matcher(path.getFileName().toString()).matches();
    }

    private boolean fits(String name, List<Path> paths, List<RuleProblem> problems)
            throws IOException {
        long bytes = 0;
        for (Path path : paths) {
            bytes += Files.size(path);
        }
        if (bytes > PackFiles.MAX_BYTES) {
            String limit = " bytes, more than the " + PackFiles.MAX_BYTES + " allowed; split it";
            tell(problems, name, "has " + bytes + limit);
        }
        if (paths.size() > MAX_FILES) {
            tell(problems, name, "has over " + MAX_FILES + " files; split it");
        }
        return bytes <= PackFiles.MAX_BYTES && !paths.isEmpty() && paths.size() <= MAX_FILES;
    }

    private Optional<PackFiles> texts(
            String name, Path root, List<Path> paths, List<RuleProblem> problems)
            throws IOException {
        Map<String, String> texts = new HashMap<>();
        for (Path path : paths) {
            String file = root.relativize(path).toString().replace('\\', '/');
            try {
                texts.put(file, Files.readString(path));
            } catch (CharacterCodingException e) {
                tell(problems, name + "/" + file, "is not UTF-8 text; save it as UTF-8");
            } catch (AccessDeniedException e) {
                tell(problems, name + "/" + file, "cannot be read; check its permissions");
            }
        }
        return texts.size() < paths.size()
                ? Optional.empty()
                : Optional.of(PackFiles.of(name, texts));
    }

    private void tell(List<RuleProblem> problems, String where, String message) {
        String file = where.isEmpty() ? String.valueOf(folder.getFileName()) : where;
        problems.add(new RuleProblem(file, 0, "", message));
    }
}
