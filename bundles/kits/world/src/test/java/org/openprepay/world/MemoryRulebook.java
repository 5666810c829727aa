package org.openprepay.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.openprepay.api.Caller;
import org.openprepay.api.Outbox;
import org.openprepay.api.Outcome;
import org.openprepay.api.Transactions;
import org.openprepay.rulebook.PackFiles;
import org.openprepay.rulebook.PackKind;
import org.openprepay.rulebook.PackVersion;
import org.openprepay.rulebook.RuleEngine;
import org.openprepay.rulebook.Rulebook;
import org.openprepay.rulebook.RulebookStore;
import org.openprepay.rulebook.internal.RulebookService;

/** The real rulebook over a store in memory, with the packs of the checkout. */
final class MemoryRulebook {
    private static final Path RULES = Path.of("../../../rules");

    private MemoryRulebook() {}

    static Rulebook over(RuleEngine engine, PackKind kind) {
        return new RulebookService(
                new Direct(),
                new Nowhere(),
                new Store(),
                engine,
                wanted -> Optional.of(kind).filter(each -> each.kind().equals(wanted)));
    }

    static PackVersion publish(Rulebook rulebook, PackFiles pack, String effective) {
        return rulebook.publish(Caller.system("world"), pack, Instant.parse(effective)).orThrow();
    }

    static PackFiles pack(String name) {
        Map<String, String> files = new TreeMap<>();
        Path root = RULES.resolve(name);
        try (var paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(path).toString(), Files.readString(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PackFiles.of(name, files);
    }

    static PackFiles edited(PackFiles pack, String file, String from, String to) {
        Map<String, String> files = new TreeMap<>(pack.files());
        files.computeIfPresent(file, (path, text) -> text.replace(from, to));
        return PackFiles.of(pack.name(), files);
    }

    private static final class Direct implements Transactions {
        @Override
        public <T> Outcome<T> run(Supplier<Outcome<T>> body) {
            return body.get();
        }

        @Override
        public <T> T read(Supplier<T> body) {
            return body.get();
        }

        @Override
        public void afterCommit(Runnable wakeUp) {
            wakeUp.run();
        }
    }

    private static final class Store implements RulebookStore {
        private final List<PackVersion> versions = new ArrayList<>();
        private final Map<String, PackFiles> contents = new HashMap<>();

        @Override
        public void add(PackVersion version, PackFiles content) {
            versions.add(version);
            contents.put(version.digest(), content);
        }

        @Override
        public void lock(String pack) {}

        @Override
        public List<PackVersion> versions(String pack) {
            return versions.stream().filter(each -> each.pack().equals(pack)).toList();
        }

        @Override
        public List<PackVersion> all() {
            return List.copyOf(versions);
        }

        @Override
        public Optional<PackFiles> content(String digest) {
            return Optional.ofNullable(contents.get(digest));
        }
    }

    private static final class Nowhere implements Outbox {
        @Override
        public void put(String topic, String key, String payload) {}

        @Override
        public int number(int limit) {
            return 0;
        }

        @Override
        public List<Row> after(long number, int limit) {
            return List.of();
        }

        @Override
        public List<Row> pending(String topic, int limit) {
            return List.of();
        }

        @Override
        public void done(long number) {}

        @Override
        public int forget(Instant before, int limit) {
            return 0;
        }

        @Override
        public long lastNumber() {
            return 0;
        }
    }
}
