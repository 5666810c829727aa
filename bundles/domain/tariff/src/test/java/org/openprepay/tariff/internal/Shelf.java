package org.openprepay.tariff.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openprepay.api.Caller;
import org.openprepay.api.Outcome;
import org.openprepay.rulebook.CompiledRules;
import org.openprepay.rulebook.PackFiles;
import org.openprepay.rulebook.PackVersion;
import org.openprepay.rulebook.RuleProblem;
import org.openprepay.rulebook.Rulebook;

/** A rulebook in memory over plain rules. */
final class Shelf implements Rulebook {
    private final List<PackVersion> versions = new ArrayList<>();
    private final Map<String, PackFiles> files = new HashMap<>();
    private final Map<String, PlainRules> rules = new HashMap<>();

    Shelf put(PackFiles pack, String effective) {
        String digest = pack.digest();
        int number = versions(pack.name()).size() + 1;
        versions.add(
                new PackVersion(
                        pack.name(),
                        number,
                        "tariff",
                        pack.name(),
                        digest,
                        Instant.parse(effective),
                        "test"));
        files.put(digest, pack);
        rules.put(digest, new PlainRules(pack));
        return this;
    }

    int fired() {
        return rules.values().stream().mapToInt(each -> each.fired).sum();
    }

    @Override
    public Optional<PackVersion> inForce(String pack, Instant at) {
        return versions(pack).stream()
                .filter(version -> !version.effective().isAfter(at))
                .reduce((a, b) -> b.effective().isBefore(a.effective()) ? a : b);
    }

    @Override
    public List<PackVersion> inForce(String pack, Instant from, Instant to) {
        List<PackVersion> found = new ArrayList<>();
        inForce(pack, from).ifPresent(found::add);
        versions(pack).stream()
                .filter(each -> each.effective().isAfter(from) && each.effective().isBefore(to))
                .forEach(found::add);
        return found;
    }

    @Override
    public CompiledRules rules(String digest) {
        return rules.get(digest);
    }

    @Override
    public PackFiles files(String digest) {
        return files.get(digest);
    }

    @Override
    public List<PackVersion> versions(String pack) {
        return versions.stream().filter(each -> each.pack().equals(pack)).toList();
    }

    @Override
    public Outcome<PackVersion> publish(Caller caller, PackFiles pack, Instant effective) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome<PackVersion> rollback(Caller caller, String pack, int number, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RuleProblem> check(PackFiles pack) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<PackVersion> latest() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RuleProblem> problems(String pack) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, List<RuleProblem>> rejected() {
        throw new UnsupportedOperationException();
    }
}
