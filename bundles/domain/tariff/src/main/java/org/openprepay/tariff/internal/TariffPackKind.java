package org.openprepay.tariff.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.openprepay.rulebook.Compilation;
import org.openprepay.rulebook.CompiledRules;
import org.openprepay.rulebook.PackFiles;
import org.openprepay.rulebook.PackKind;
import org.openprepay.rulebook.RuleEngine;
import org.openprepay.rulebook.RuleProblem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Proves tariffs. Examples are priced with the tables frozen beside them ({@code
 * examples/prices.frozen.csv} stands for {@code prices.table.csv}), so that an edited price breaks
 * none; those marked {@code live} are priced with the tables in use.
 */
@Component
public final class TariffPackKind implements PackKind {
    private static final String FOLDER = "examples/";
    private static final String FROZEN = ".frozen.csv";
    private static final int MAX_PROVEN = 256;

    private final RuleEngine engine;
    private final Set<String> proven =
            Collections.synchronizedSet(
                    Collections.newSetFromMap(
                            new LinkedHashMap<>() {
                                private static final long serialVersionUID = 1;

                                @Override
                                protected boolean removeEldestEntry(
                                        Map.Entry<String, Boolean> eldest) {
                                    return size() > MAX_PROVEN;
                                }
                            }));

    @Activate
    public TariffPackKind(@Reference RuleEngine engine) {
        this.engine = engine;
    }

    @Override
    public String kind() {
        return "tariff";
    }

    @Override
    public List<RuleProblem> prove(PackFiles pack, CompiledRules rules) {
        var problems = new Problems();
        TariffPack read = new PackReader(pack, problems).read();
        List<Example> examples = examples(pack, problems);
        if (problems.none()) {
            var rates = new Rates(read, rules);
            new PropertyCheck(rates, problems).check();
            PackFiles frozen = frozen(pack);
            boolean same = frozen.equals(pack);
            var check = new ExampleCheck(rates, problems);
            examples.stream().filter(each -> same || each.live()).forEach(check::check);
            if (!same) {
                proveFrozen(frozen, examples, problems);
            }
        }
        return problems.all();
    }

    private static List<Example> examples(PackFiles pack, Problems problems) {
        List<Example> examples = new ArrayList<>();
        pack.files()
                .forEach(
                        (file, text) -> {
                            if (file.startsWith(FOLDER) && file.endsWith(Example.SUFFIX)) {
                                Example.read(file, text, problems).ifPresent(examples::add);
                            }
                        });
        if (examples.isEmpty()) {
            problems.add(
                    FOLDER, 0, "a tariff needs at least one example, such as month.example.csv");
        }
        return examples;
    }

    /** The pack with its frozen tables in place of those in use. */
    private static PackFiles frozen(PackFiles pack) {
        Map<String, String> files = new TreeMap<>(pack.files());
        pack.files()
                .forEach(
                        (file, text) -> {
                            if (file.startsWith(FOLDER) && file.endsWith(FROZEN)) {
                                int end = file.length() - FROZEN.length();
                                String table = file.substring(FOLDER.length(), end);
                                files.put(table + PriceTable.SUFFIX, text);
                            }
                        });
        return new PackFiles(pack.name(), new TreeMap<>(files));
    }

    private void proveFrozen(PackFiles frozen, List<Example> examples, Problems problems) {
        String digest = frozen.digest();
        if (proven.contains(digest)) {
            return;
        }
        if (engine.compile(frozen) instanceof Compilation.Compiled compiled) {
            try (CompiledRules rules = compiled.rules()) {
                var rates = new Rates(new PackReader(frozen, problems).read(), rules);
                var check = new ExampleCheck(rates, problems);
                examples.stream().filter(each -> !each.live()).forEach(check::check);
            }
        } else {
            problems.add(FOLDER, 0, "the frozen tables do not compile with the pack's rules");
        }
        if (problems.none()) {
            proven.add(digest);
        }
    }
}
