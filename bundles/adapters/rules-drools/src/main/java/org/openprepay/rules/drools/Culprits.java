package org.openprepay.rules.drools;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.drl.ast.descr.RuleDescr;
import org.openprepay.rules.drools.RuleText.Finding;

/**
 * Finds which rules do not compile. The compiler forgets lines, so halves of the pack are compiled
 * with the other rules blanked out, until single rules remain.
 */
final class Culprits {
    static final int MAX_BUILDS = 24;

    /** Whoever repairs these will hear of more the next time. */
    static final int MAX_CULPRITS = 5;

    private record Suspect(Parsed file, RuleDescr rule) {}

    private final PackBuilder builder;
    private final List<Parsed> files;
    private final Map<Parsed, List<Finding>> found = new LinkedHashMap<>();
    private int builds;
    private int culprits;

    private Culprits(PackBuilder builder, List<Parsed> files) {
        this.builder = builder;
        this.files = files;
    }

    /** Findings by file; empty when every rule compiles alone. */
    static Map<Parsed, List<Finding>> find(PackBuilder builder, List<Parsed> files) {
        Culprits search = new Culprits(builder, files);
        List<Suspect> all = new ArrayList<>();
        files.forEach(
                file -> file.tree().getRules().forEach(rule -> all.add(new Suspect(file, rule))));
        search.narrow(all);
        return search.found;
    }

    private void narrow(List<Suspect> suspects) {
        if (suspects.isEmpty() || culprits >= MAX_CULPRITS || builds++ >= MAX_BUILDS) {
            return;
        }
        List<String> errors = tryOut(suspects);
        if (errors.isEmpty()) {
            return;
        }
        if (suspects.size() == 1) {
            blame(suspects.get(0), errors);
            return;
        }
        int half = suspects.size() / 2;
        narrow(suspects.subList(0, half));
        narrow(suspects.subList(half, suspects.size()));
    }

    private void blame(Suspect suspect, List<String> errors) {
        culprits++;
        RuleDescr rule = suspect.rule();
        List<Finding> list = found.computeIfAbsent(suspect.file(), file -> new ArrayList<>());
        errors.forEach(error -> list.add(new Finding(rule.getLine(), rule.getName(), error)));
    }

    private List<String> tryOut(List<Suspect> suspects) {
        Set<RuleDescr> kept = new HashSet<>();
        suspects.forEach(suspect -> kept.add(suspect.rule()));
        try {
            return builder.tryOut(files.stream().map(file -> without(file, kept)).toList());
        } catch (RuntimeException | LinkageError e) {
            return List.of("does not compile: " + e.getMessage());
        }
    }

    private static String without(Parsed file, Set<RuleDescr> kept) {
        char[] text = file.text().drl().toCharArray();
        for (RuleDescr rule : file.tree().getRules()) {
            int end = Math.min(rule.getEndCharacter(), text.length - 1);
            for (int i = rule.getStartCharacter(); !kept.contains(rule) && i <= end; i++) {
                text[i] = text[i] == '\n' ? '\n' : ' ';
            }
        }
        return new String(text);
    }
}
