package org.openprepay.rules.drools;

import java.util.List;
import org.openprepay.rulebook.RuleProblem;

/** One text of rules on its way to the compiler; it knows where each of its lines came from. */
interface RuleText {
    /** Unique in the pack. */
    String path();

    String drl();

    /** Where to look for what is wrong in this line of {@link #drl()}. */
    Place origin(int line);

    /** What people should read, given what was found; tables say it once instead of per row. */
    default List<RuleProblem> tell(List<Finding> findings) {
        return findings.stream().map(found -> found.at(origin(found.line()))).toList();
    }

    /** A file as somebody wrote it. */
    record File(String path, String drl) implements RuleText {
        @Override
        public Place origin(int line) {
            return new Place(path, line);
        }
    }

    /** Something is wrong in a line of a rule text. */
    record Finding(int line, String rule, String message) {
        RuleProblem at(Place place) {
            return new RuleProblem(place.file(), place.line(), rule, message);
        }
    }
}
