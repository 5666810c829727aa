package org.openprepay.run;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder that {@code mvn -Prun} runs in: settings and bundle cache are made anew from the
 * distribution at each start, everything else in {@code data} stays.
 */
final class Workplace {
    private static final String BOOT = "featuresBoot = \\";
    private static final String DEMO = "\n    openprepay-demo, \\";

    private final Path home;
    private final Path base;

    Workplace(Path home, Path base) {
        this.home = home;
        this.base = base;
    }

    Path log() {
        return base.resolve("data/log/karaf.log");
    }

    Path firstSignIn() {
        return base.resolve("data/first-sign-in");
    }

    /** False while the server has made the file of the first sign-in but not yet written it. */
    boolean settled() throws IOException {
        return !Files.exists(firstSignIn()) || Files.size(firstSignIn()) > 0;
    }

    void prepare() throws IOException {
        delete(base.resolve("data/cache"));
        delete(base.resolve("etc"));
        copy(home.resolve("etc"), base.resolve("etc"));
        Files.createDirectories(base.resolve("data/tmp"));
        Files.createDirectories(base.resolve("deploy"));
        Path features = base.resolve("etc/org.apache.karaf.features.cfg");
        Files.writeString(features, Files.readString(features).replace(BOOT, BOOT + DEMO));
    }

    Process start(Path rules) throws IOException {
        String script = File.separatorChar == '/' ? "bin/karaf" : "bin\\karaf.bat";
        ProcessBuilder server =
                new ProcessBuilder(home.resolve(script).toString(), "server")
                        .directory(base.toFile())
                        .redirectInput(ProcessBuilder.Redirect.PIPE)
                        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        server.environment().putAll(environment(rules));
        return server.start();
    }

    private Map<String, String> environment(Path rules) {
        return Map.of(
                "JAVA_HOME", System.getProperty("java.home"),
                "KARAF_BASE", base.toString(),
                "KARAF_DATA", base.resolve("data").toString(),
                "KARAF_ETC", base.resolve("etc").toString(),
                "KARAF_EXEC", "exec",
                "EXTRA_JAVA_OPTS",
                        "-Dopenprepay.demo=true -Dopenprepay.rules.publish-on-save=true"
                                + " -Dkaraf.log.console=WARN -Dopenprepay.rules.dir="
                                + rules);
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path source : files(from)) {
            Path target = to.resolve(from.relativize(source).toString());
            if (Files.isDirectory(source)) {
                Files.createDirectories(target);
            } else {
                Files.copy(source, target, REPLACE_EXISTING);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path file : files(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.toList();
        }
    }
}
