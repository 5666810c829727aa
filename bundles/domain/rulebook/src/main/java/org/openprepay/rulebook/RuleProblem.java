package org.openprepay.rulebook;

/**
 * What is wrong with a pack, where, and what to do instead.
 *
 * @param line 1-based; 0 when the whole file is meant
 * @param rule the rule's name, or empty
 */
public record RuleProblem(String file, int line, String rule, String message) {
    @Override
    public String toString() {
        String at = line > 0 ? file + ":" + line : file;
        return rule.isEmpty() ? at + ": " + message : at + " rule \"" + rule + "\": " + message;
    }
}
