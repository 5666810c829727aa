package org.openprepay.rulebook.internal;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openprepay.rulebook.CompiledRules;
import org.openprepay.rulebook.PackFiles;

/** Contents with their compiled rules by digest; the longest unused leave first. */
final class CompiledPacks {
    /** Versions that are priced with at the same time, with room for corrections of old ones. */
    static final int MAX_COMPILED = 64;

    record Pack(PackFiles files, CompiledRules rules) {}

    private static final class Slot {
        private final Pack pack;
        private volatile long used;

        Slot(Pack pack) {
            this.pack = pack;
        }
    }

    private final Map<String, Slot> slots = new ConcurrentHashMap<>();
    private final AtomicLong uses = new AtomicLong();

    Pack get(String digest, Function<String, Pack> compile) {
        Slot slot = slots.computeIfAbsent(digest, wanted -> new Slot(compile.apply(wanted)));
        slot.used = uses.incrementAndGet();
        trim();
        return slot.pack;
    }

    /** Keeps what was compiled already; the same content is kept once. */
    void put(String digest, Pack pack) {
        if (get(digest, wanted -> pack).rules() != pack.rules()) {
            pack.rules().close();
        }
    }

    private void trim() {
        while (slots.size() > MAX_COMPILED) {
            slots.entrySet().stream()
                    .min(Comparator.comparingLong(entry -> entry.getValue().used))
                    .ifPresent(oldest -> close(slots.remove(oldest.getKey())));
        }
    }

    void close() {
        slots.keySet().forEach(digest -> close(slots.remove(digest)));
    }

    private static void close(@Nullable Slot slot) {
        if (slot != null) {
            slot.pack.rules().close();
        }
    }
}
