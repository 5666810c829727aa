package org.openprepay.rules.drools;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.rules.drools.facts.Bill;

@Tag("TAR-13")
class ReloadTest {
    private static final int RELOADS = 60;
    private static final int WARM_UP = 5;
    private static final int PATIENCE = 20;

    @Test
    void reloadingTheSamePackManyTimesKeepsNoClasses() {
        for (int i = 0; i < WARM_UP; i++) {
            reload(i);
        }
        long before = classes();
        reload(WARM_UP);
        long each =
                Math.max(
                        1,
                        ManagementFactory.getClassLoadingMXBean().getLoadedClassCount() - before);
        for (int i = WARM_UP; i < WARM_UP + RELOADS; i++) {
            reload(i);
        }
        long limit = before + each * WARM_UP;
        assertTrue(settles(limit), () -> before + " classes became " + classes());
    }

    private static void reload(int price) {
        String then = "$b.charge(\"a\", \"" + price + "\");";
        try (var rules = Packs.rules(Packs.rule("Only", "$b : Bill()", then))) {
            rules.fire(List.of(new Bill()));
        }
    }

    private static boolean settles(long limit) {
        for (int i = 0; i < PATIENCE; i++) {
            if (classes() <= limit) {
                return true;
            }
        }
        return false;
    }

    private static long classes() {
        System.gc();
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }
}
