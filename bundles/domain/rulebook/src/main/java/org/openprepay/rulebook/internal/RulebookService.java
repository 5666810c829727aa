package org.openprepay.rulebook.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.openprepay.api.Caller;
import org.openprepay.api.Outbox;
import org.openprepay.api.Outcome;
import org.openprepay.api.Right;
import org.openprepay.api.Transactions;
import org.openprepay.rulebook.Compilation;
import org.openprepay.rulebook.CompiledRules;
import org.openprepay.rulebook.PackFiles;
import org.openprepay.rulebook.PackVersion;
import org.openprepay.rulebook.RuleEngine;
import org.openprepay.rulebook.RuleProblem;
import org.openprepay.rulebook.Rulebook;
import org.openprepay.rulebook.RulebookStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rulebook over a store, with versions and compiled rules kept in memory. */
@Component(service = Rulebook.class)
public final class RulebookService implements Rulebook {
    private static final Logger LOG = LoggerFactory.getLogger(RulebookService.class);

    private final Transactions transactions;
    private final RulebookStore store;
    private final RuleEngine engine;
    private final LiveRules live;
    private final Examiner examiner;
    private final CompiledPacks compiled = new CompiledPacks();
    private final Map<String, History> histories = new ConcurrentHashMap<>();
    private final Map<String, List<RuleProblem>> rejected = new ConcurrentHashMap<>();

    @Activate
    public RulebookService(
            @Reference Transactions transactions,
            @Reference Outbox outbox,
            @Reference RulebookStore store,
            @Reference RuleEngine engine,
            @Reference Kinds kinds) {
        this.transactions = transactions;
        this.store = store;
        this.engine = engine;
        live = new LiveRules(outbox);
        examiner = new Examiner(engine, kinds);
        for (PackVersion version : transactions.read(store::all)) {
            histories.merge(
                    version.pack(),
                    new History(List.of(version)),
                    (before, one) -> before.with(version));
        }
    }

    @Deactivate
    public void close() {
        compiled.close();
    }

    @Override
    public Outcome<PackVersion> publish(Caller caller, PackFiles pack, Instant effective) {
        caller.require(Right.ADMINISTER);
        Optional<PackVersion> serving = history(pack.name()).last();
        if (serving.isPresent() && serving.get().digest().equals(pack.digest())) {
            rejected.remove(pack.name());
            return Outcome.accepted(serving.get());
        }
        Examiner.Result result = examiner.examine(pack);
        if (result instanceof Examiner.Result.Failed failed) {
            return refuse(pack.name(), failed.problems());
        }
        return add(caller, pack, effective, (Examiner.Result.Passed) result);
    }

    private Outcome<PackVersion> add(
            Caller caller, PackFiles pack, Instant effective, Examiner.Result.Passed passed) {
        String digest = pack.digest();
        compiled.put(digest, new CompiledPacks.Pack(pack, passed.rules()));
        Header header = passed.header();
        return transactions.run(
                () -> {
                    store.lock(pack.name());
                    History known = new History(store.versions(pack.name()));
                    Optional<PackVersion> last = known.last();
                    if (last.isPresent() && last.get().digest().equals(digest)) {
                        transactions.afterCommit(() -> serve(pack.name(), known));
                        return Outcome.accepted(last.get());
                    }
                    if (last.isPresent() && effective.isBefore(last.get().effective())) {
                        return tooEarly(last.get(), effective);
                    }
                    PackVersion version =
                            new PackVersion(
                                    pack.name(),
                                    last.map(PackVersion::number).orElse(0) + 1,
                                    header.kind(),
                                    header.title(),
                                    digest,
                                    effective,
                                    caller.name());
                    store.add(version, pack);
                    live.published(version);
                    transactions.afterCommit(() -> serve(pack.name(), known.with(version)));
                    return Outcome.accepted(version);
                });
    }

    private void serve(String pack, History history) {
        histories.put(pack, history);
        rejected.remove(pack);
        history.last()
                .ifPresent(
                        version ->
                                LOG.info(
                                        "published pack={} version={} digest={} effective={}"
                                                + " author={}",
                                        pack,
                                        version.number(),
                                        version.digest(),
                                        version.effective(),
                                        version.author()));
    }

    private static Outcome<PackVersion> tooEarly(PackVersion last, Instant effective) {
        return Outcome.refused(
                "EFFECTIVE_TOO_EARLY",
                "effective",
                "pack "
                        + last.pack()
                        + " already has version "
                        + last.number()
                        + " from "
                        + last.effective()
                        + "; "
                        + effective
                        + " lies before it, choose that time or a later one");
    }

    private Outcome<PackVersion> refuse(String pack, List<RuleProblem> problems) {
        rejected.put(pack, problems);
        problems.forEach(problem -> LOG.warn("refused pack={} {}", pack, problem));
        transactions.run(
                () -> {
                    live.refused(pack, problems);
                    return Outcome.accepted(problems.size());
                });
        String more = problems.size() > 1 ? " (and " + (problems.size() - 1) + " more)" : "";
        return Outcome.refused("PACK_REJECTED", problems.get(0) + more);
    }

    @Override
    public Outcome<PackVersion> rollback(
            Caller caller, String pack, int number, Instant effective) {
        caller.require(Right.ADMINISTER);
        Optional<PackVersion> wanted =
                versions(pack).stream().filter(version -> version.number() == number).findFirst();
        if (wanted.isEmpty()) {
            return Outcome.refused(
                    "UNKNOWN_VERSION", "number", "pack " + pack + " has no version " + number);
        }
        return publish(caller, files(wanted.get().digest()), effective);
    }

    @Override
    public List<RuleProblem> check(PackFiles pack) {
        Examiner.Result result = examiner.examine(pack);
        if (result instanceof Examiner.Result.Passed passed) {
            passed.rules().close();
            return List.of();
        }
        return ((Examiner.Result.Failed) result).problems();
    }

    @Override
    public List<PackVersion> latest() {
        List<PackVersion> latest = new ArrayList<>();
        new TreeMap<>(histories).values().forEach(history -> history.last().ifPresent(latest::add));
        return List.copyOf(latest);
    }

    @Override
    public List<PackVersion> versions(String pack) {
        return history(pack).versions();
    }

    @Override
    public Optional<PackVersion> inForce(String pack, Instant at) {
        return history(pack).inForce(at);
    }

    @Override
    public List<PackVersion> inForce(String pack, Instant from, Instant to) {
        return history(pack).inForce(from, to);
    }

    private History history(String pack) {
        return histories.getOrDefault(pack, History.NONE);
    }

    @Override
    public CompiledRules rules(String digest) {
        return compiled.get(digest, this::compile).rules();
    }

    private CompiledPacks.Pack compile(String digest) {
        PackFiles files = load(digest);
        Compilation compilation = engine.compile(files);
        if (compilation instanceof Compilation.Compiled usable) {
            return new CompiledPacks.Pack(files, usable.rules());
        }
        throw new IllegalStateException(
                "published pack " + files.name() + " no longer compiles: " + compilation);
    }

    @Override
    public PackFiles files(String digest) {
        return compiled.get(digest, this::compile).files();
    }

    private PackFiles load(String digest) {
        return transactions
                .read(() -> store.content(digest))
                .orElseThrow(() -> new IllegalArgumentException("no pack has digest " + digest));
    }

    @Override
    public List<RuleProblem> problems(String pack) {
        return rejected.getOrDefault(pack, List.of());
    }

    @Override
    public Map<String, List<RuleProblem>> rejected() {
        return Map.copyOf(rejected);
    }
}
