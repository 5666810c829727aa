package org.openprepay.rulebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Watches a folder of packs, one sub-folder each. Every call looks once; content counts when two
 * looks in a row saw the same, so half-written files wait. Time stamps are not trusted. For one
 * thread.
 */
public final class RulesFolder {
    /** More sub-folders are not looked at, and reported. */
    public static final int MAX_PACKS = 200;

    private final PackReader reader;
    private final Map<String, String> seen = new HashMap<>();
    private final Map<String, String> answered = new HashMap<>();
    private List<RuleProblem> problems = List.of();

    public RulesFolder(Path folder) {
        reader = new PackReader(folder);
    }

    /** Packs whose content is new since they were last answered; a deleted pack is not. */
    public List<PackFiles> changed() {
        List<RuleProblem> found = new ArrayList<>();
        List<PackFiles> changed = new ArrayList<>();
        List<String> names = reader.names(found);
        seen.keySet().retainAll(names);
        answered.keySet().retainAll(names);
        for (String name : names) {
            Optional<PackFiles> pack = reader.read(name, found);
            if (pack.isEmpty()) {
                seen.remove(name);
            } else if (isNewAndStable(name, pack.get().digest())) {
                changed.add(pack.get());
            }
        }
        problems = List.copyOf(found);
        return List.copyOf(changed);
    }

    private boolean isNewAndStable(String name, String digest) {
        @Nullable String before = seen.put(name, digest);
        if (!digest.equals(before) || digest.equals(answered.get(name))) {
            return false;
        }
        answered.put(name, digest);
        return true;
    }

    /** What could not be read at the last look, and what to do. */
    public List<RuleProblem> problems() {
        return problems;
    }
}
