package org.openprepay.rules.drools;

import java.util.ArrayList;
import java.util.List;
import org.openprepay.rulebook.PackFiles;
import org.openprepay.rulebook.RuleProblem;

/** The rule texts of a pack: its DRL files, and what its rules tables generate. */
record PackTexts(List<RuleText> texts, List<RuleProblem> problems) {
    static final String DRL = ".drl";
    static final String TABLE = ".table.csv";
    static final String TEMPLATE = ".table.drl";

    static PackTexts of(PackFiles pack) {
        List<RuleText> texts = new ArrayList<>();
        List<RuleProblem> problems = new ArrayList<>();
        pack.files()
                .forEach(
                        (path, text) -> {
                            if (path.endsWith(TABLE)) {
                                table(pack, path, text, texts, problems);
                            } else if (path.endsWith(TEMPLATE)) {
                                orphan(pack, path, problems);
                            } else if (path.endsWith(DRL)) {
                                texts.add(new RuleText.File(path, text));
                            }
                        });
        if (texts.isEmpty() && problems.isEmpty()) {
            problems.add(
                    new RuleProblem(
                            pack.name(), 0, "", "the pack has no rules; add a " + DRL + " file"));
        }
        return new PackTexts(texts, problems);
    }

    private static void table(
            PackFiles pack,
            String path,
            String csv,
            List<RuleText> texts,
            List<RuleProblem> problems) {
        String template = swap(path, TABLE, TEMPLATE);
        String structure = pack.files().get(template);
        if (structure == null) {
            String message = "its template " + template + " is missing; write the rule there once";
            problems.add(new RuleProblem(path, 0, "", message));
            return;
        }
        RulesTable table = RulesTable.read(path, csv, template, structure);
        problems.addAll(table.problems());
        if (table.problems().isEmpty()) {
            texts.add(table.text());
        }
    }

    private static void orphan(PackFiles pack, String path, List<RuleProblem> problems) {
        String table = swap(path, TEMPLATE, TABLE);
        if (!pack.files().containsKey(table)) {
            String message = "its table " + table + " is missing; add it or rename this file";
            problems.add(new RuleProblem(path, 0, "", message));
        }
    }

    private static String swap(String path, String from, String to) {
        return path.substring(0, path.length() - from.length()) + to;
    }
}
