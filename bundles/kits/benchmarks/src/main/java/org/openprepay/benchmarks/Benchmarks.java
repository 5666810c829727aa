package org.openprepay.benchmarks;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One table: what this machine does in a second, and what bounds it. */
public final class Benchmarks {
    private static final long GIB = 1L << 30;

    /** Held, or its level would be forgotten. */
    private static final Logger MIGRATION = Logger.getLogger("liquibase");

    private Benchmarks() {}

    /** Names of databases to measure; none means both. */
    public static void main(String[] arguments) throws Exception {
        MIGRATION.setLevel(Level.WARNING);
        Map<Engine, IntakeSpeed> speeds = new EnumMap<>(Engine.class);
        for (Engine engine : Engine.values()) {
            if (arguments.length == 0 || engine.name().equalsIgnoreCase(arguments[0])) {
                speeds.put(engine, IntakeSpeed.on(engine));
            }
        }
        print(System.out, speeds, PricingSpeed.measure());
    }

    private static void print(
            PrintStream out, Map<Engine, IntakeSpeed> speeds, PricingSpeed pricing) {
        out.println(machine());
        out.printf("%n| what %49s| value |%n| --- | ---: |%n", "");
        speeds.forEach((engine, speed) -> print(out, engine.name(), speed));
        line(out, "prices by rules /CPU-s", "%,.0f", pricing.byRules());
        line(out, "prices by plain Java /CPU-s", "%,.0f", pricing.byJava());
    }

    private static void print(PrintStream out, String engine, IntakeSpeed speed) {
        line(out, engine + ": readings accepted to debited /s", "%,.0f", speed.readings());
        line(out, engine + ": the same rows by plain JDBC /s", "%,.0f", speed.rawRows());
        line(out, engine + ": share of that bound", "%.2f", speed.share());
        line(out, engine + ": half-hourly intervals debited /s", "%,.0f", speed.intervals());
        line(out, engine + ": reading to balance at 1,000/s, p99 ms", "%,.0f", speed.p99Millis());
    }

    private static void line(PrintStream out, String what, String format, double value) {
        out.printf("| %-53s | %s |%n", what, String.format(format, value));
    }

    private static String machine() {
        var system =
                (com.sun.management.OperatingSystemMXBean)
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                "%d cores, %d GiB memory, heap up to %d GiB, %s %s, one lane",
                Runtime.getRuntime().availableProcessors(),
                system.getTotalMemorySize() / GIB,
                Runtime.getRuntime().maxMemory() / GIB,
                System.getProperty("java.vm.name"),
                System.getProperty("java.vm.version"));
    }
}
