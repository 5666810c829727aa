package org.openprepay.rulebook.internal;

import java.util.List;
import java.util.Optional;
import org.openprepay.rulebook.Compilation;
import org.openprepay.rulebook.CompiledRules;
import org.openprepay.rulebook.PackFiles;
import org.openprepay.rulebook.PackKind;
import org.openprepay.rulebook.RuleEngine;
import org.openprepay.rulebook.RuleProblem;

/** Takes a pack through every step before publication. */
final class Examiner {
    private final RuleEngine engine;
    private final Kinds kinds;

    Examiner(RuleEngine engine, Kinds kinds) {
        this.engine = engine;
        this.kinds = kinds;
    }

    /** Passed with compiled rules, or failed with problems. */
    sealed interface Result {
        /** Ready to be published. */
        record Passed(Header header, CompiledRules rules) implements Result {}

        /** Not to be published. */
        record Failed(List<RuleProblem> problems) implements Result {}
    }

    Result examine(PackFiles pack) {
        Header header = Header.read(pack);
        if (!header.problems().isEmpty()) {
            return new Result.Failed(header.problems());
        }
        Optional<PackKind> kind = kinds.find(header.kind());
        if (kind.isEmpty()) {
            return failed(
                    Header.FILE,
                    "nothing here knows kind=" + header.kind() + "; is its bundle started?");
        }
        Compilation compilation = engine.compile(pack);
        if (compilation instanceof Compilation.Rejected rejected) {
            return new Result.Failed(rejected.problems());
        }
        return prove(header, kind.get(), pack, ((Compilation.Compiled) compilation).rules());
    }

    private static Result prove(Header header, PackKind kind, PackFiles pack, CompiledRules rules) {
        List<RuleProblem> problems = problems(kind, pack, rules);
        if (problems.isEmpty()) {
            return new Result.Passed(header, rules);
        }
        rules.close();
        return new Result.Failed(List.copyOf(problems));
    }

    /** A pack can make any proof fail in any way; that must stay the pack's own trouble. */
    private static List<RuleProblem> problems(PackKind kind, PackFiles pack, CompiledRules rules) {
        try {
            return kind.prove(pack, rules);
        } catch (RuntimeException e) {
            return List.of(
                    new RuleProblem(pack.name(), 0, "", "proving failed: " + e.getMessage()));
        }
    }

    private static Result failed(String file, String message) {
        return new Result.Failed(List.of(new RuleProblem(file, 0, "", message)));
    }
}
