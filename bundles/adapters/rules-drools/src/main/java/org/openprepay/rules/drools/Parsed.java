package org.openprepay.rules.drools;

import java.util.ArrayList;
import java.util.List;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.kie.api.io.Resource;
import org.openprepay.rules.drools.RuleText.Finding;

/** What the parser made of a rule text: a tree, or findings and no tree worth looking at. */
record Parsed(RuleText text, PackageDescr tree, List<Finding> findings) {

    static Parsed of(RuleText text) {
        List<Finding> raw = TextGuard.check(text.drl());
        if (!raw.isEmpty()) {
            return new Parsed(text, new PackageDescr(), raw);
        }
        try {
            return parse(text);
        } catch (DroolsParserException | RuntimeException | StackOverflowError e) {
            Finding lost = new Finding(0, "", "cannot be read as rules: " + e.getMessage());
            return new Parsed(text, new PackageDescr(), List.of(lost));
        }
    }

    private static Parsed parse(RuleText text) throws DroolsParserException {
        DrlParser parser = new DrlParser();
        PackageDescr tree = parser.parse((Resource) null, text.drl());
        List<Finding> findings = new ArrayList<>();
        for (DroolsError error : parser.getErrors()) {
            int line = error.getLines().length > 0 ? Math.max(error.getLines()[0], 0) : 0;
            findings.add(new Finding(line, "", oneLine(error.getMessage())));
        }
        if (findings.isEmpty() && tree == null) {
            findings.add(new Finding(0, "", "is empty; write a package and at least one rule"));
        }
        return new Parsed(text, tree == null ? new PackageDescr() : tree, findings);
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s+", " ").trim();
    }
}
