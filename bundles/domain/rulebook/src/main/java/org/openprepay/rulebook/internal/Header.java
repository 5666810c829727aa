package org.openprepay.rulebook.internal;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.openprepay.rulebook.PackFiles;
import org.openprepay.rulebook.RuleProblem;

/**
 * What every pack must say about itself, whatever its kind.
 *
 * @param problems why the pack is not looked at further
 */
record Header(String kind, String title, List<RuleProblem> problems) {
    static final String FILE = "pack.properties";
    static final int MAX_FILES = 100;
    static final int MAX_TITLE = 100;
    private static final String PATH =
            "[A-Za-z0-9][A-Za-z0-9._-]{0,79}(/[A-Za-z0-9][\\w.-]{0,79})*";

    static Header read(PackFiles pack) {
        List<RuleProblem> problems = new ArrayList<>(limits(pack));
        Properties properties = properties(pack, problems);
        String kind = properties.getProperty("kind", "").trim();
        String title = properties.getProperty("title", pack.name()).trim();
        if (problems.isEmpty() && kind.isEmpty()) {
            problems.add(problem(FILE, "says no kind; add a line kind=tariff or kind=policy"));
        }
        if (title.length() > MAX_TITLE) {
            problems.add(problem(FILE, "has a title over " + MAX_TITLE + " characters; cut it"));
        }
        return new Header(kind, title, List.copyOf(problems));
    }

    private static List<RuleProblem> limits(PackFiles pack) {
        List<RuleProblem> problems = new ArrayList<>();
        long bytes = 0;
        for (var file : pack.files().entrySet()) {
            bytes += file.getValue().getBytes(StandardCharsets.UTF_8).length;
            if (!file.getKey().matches(PATH)) {
                problems.add(
                        problem(
                                file.getKey(),
                                "has a name with other than letters, digits, . _ -; rename it"));
            }
        }
        if (bytes > PackFiles.MAX_BYTES) {
            String limit = " bytes, more than the " + PackFiles.MAX_BYTES + " allowed; split it";
            problems.add(problem(pack.name(), "the pack has " + bytes + limit));
        }
        if (pack.files().size() > MAX_FILES) {
            problems.add(
                    problem(pack.name(), "the pack has over " + MAX_FILES + " files; split it"));
        }
        return problems;
    }

    private static Properties properties(PackFiles pack, List<RuleProblem> problems) {
        Properties properties = new Properties();
        String text = pack.files().get(FILE);
        if (text == null) {
            problems.add(problem(FILE, "is missing; add it with kind= and title="));
            return properties;
        }
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            problems.add(problem(FILE, "cannot be read: " + e.getMessage()));
        }
        return properties;
    }

    private static RuleProblem problem(String file, String message) {
        return new RuleProblem(file, 0, "", message);
    }
}
