package org.openprepay.rules.drools;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openprepay.rulebook.Compilation;
import org.openprepay.rulebook.PackFiles;
import org.openprepay.rulebook.RuleEngine;
import org.openprepay.rulebook.RuleProblem;
import org.openprepay.rules.drools.RuleText.Finding;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compiles packs with Drools, after every guard has looked at them. */
@Component(service = RuleEngine.class)
public final class DroolsRuleEngine implements RuleEngine {
    /** More problems are not told; they would not help. */
    static final int MAX_PROBLEMS = 50;

    private static final Logger LOG = LoggerFactory.getLogger(DroolsRuleEngine.class);

    private final AllowedTypes types;
    private final PackBuilder builder;

    @Activate
    public DroolsRuleEngine(BundleContext context) {
        this(AllowedTypes.SHIPPED);
        LOG.info("rules engine ready services={}", DroolsServices.warmUp(context.getBundle()));
    }

    /**
     * In a plain Java program.
     *
     * @param factPackages packages whose classes rules may use, each ended by a dot
     */
    public DroolsRuleEngine(List<String> factPackages) {
        types = new AllowedTypes(factPackages);
        FactsLoader loader = new FactsLoader(DroolsRuleEngine.class.getClassLoader(), types);
        builder = new PackBuilder(loader, new ClassGuard(types));
    }

    /** The engine with the server's own facts, in a plain Java program. */
    public static DroolsRuleEngine plain() {
        return new DroolsRuleEngine(AllowedTypes.SHIPPED);
    }

    @Override
    public synchronized Compilation compile(PackFiles pack) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(DroolsRuleEngine.class.getClassLoader());
        try {
            return guardAndBuild(pack);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Compilation guardAndBuild(PackFiles pack) {
        PackTexts texts = PackTexts.of(pack);
        List<RuleProblem> problems = new ArrayList<>(texts.problems());
        List<Parsed> files = texts.texts().stream().map(Parsed::of).toList();
        for (Parsed file : files) {
            List<Finding> found =
                    file.findings().isEmpty() ? PackageGuard.check(file, types) : file.findings();
            problems.addAll(file.text().tell(found));
        }
        problems.addAll(WholePack.check(files));
        return problems.isEmpty() ? build(pack.name(), files) : rejected(problems);
    }

    private Compilation build(String pack, List<Parsed> files) {
        PackBuilder.Built built = tryBuild(files.stream().map(file -> file.text().drl()).toList());
        if (built instanceof PackBuilder.Built.Ready ready) {
            return new Compilation.Compiled(new DroolsRules(pack, ready.base()));
        }
        List<RuleProblem> problems = new ArrayList<>();
        Culprits.find(builder, files)
                .forEach((file, found) -> problems.addAll(file.text().tell(found)));
        if (problems.isEmpty()) {
            String first = files.get(0).text().path();
            ((PackBuilder.Built.Failed) built)
                    .errors()
                    .forEach(error -> problems.add(new RuleProblem(first, 0, "", error)));
        }
        return rejected(problems);
    }

    private PackBuilder.Built tryBuild(List<String> drl) {
        try {
            return builder.build(drl);
        } catch (RuntimeException | LinkageError e) {
            return new PackBuilder.Built.Failed(List.of("does not compile: " + e.getMessage()));
        }
    }

    private static Compilation rejected(List<RuleProblem> problems) {
        return new Compilation.Rejected(
                problems.stream()
                        .sorted(
                                Comparator.comparing(RuleProblem::file)
                                        .thenComparing(RuleProblem::line))
                        .distinct()
                        .limit(MAX_PROBLEMS)
                        .toList());
    }
}
