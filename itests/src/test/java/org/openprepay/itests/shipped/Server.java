package org.openprepay.itests.shipped;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The archive that we ship, unpacked into an empty folder and started as a process of its own. */
final class Server implements AutoCloseable {
    private static final Duration STARTING = Duration.ofSeconds(90);
    private static final Duration STOPPING = Duration.ofSeconds(60);

    private final Path home;
    private final int port;
    private final Process process;
    private final Api api;

    private Server(Path home, int port, Process process) {
        this.home = home;
        this.port = port;
        this.process = process;
        this.api = new Api(port);
    }

    static Server start(Path folder) throws IOException, InterruptedException {
        unpack(Path.of(System.getProperty("openprepay.archive")), folder);
        Path home = onlyFolder(folder);
        int port = freePort();
        Path web = home.resolve("etc/org.ops4j.pax.web.cfg");
        Files.writeString(web, Files.readString(web).replace("8181", String.valueOf(port)));
        return launch(home, port);
    }

    /** Starts the same folder again, on the same port. */
    Server again() throws IOException, InterruptedException {
        return launch(home, port);
    }

    private static Server launch(Path home, int port) throws IOException, InterruptedException {
        ProcessBuilder karaf =
                new ProcessBuilder(home.resolve("bin/karaf").toString(), "server")
                        .redirectErrorStream(true)
                        .redirectOutput(home.resolve("terminal.txt").toFile());
        karaf.environment()
                .putAll(Map.of("JAVA_HOME", System.getProperty("java.home"), "KARAF_EXEC", "exec"));
        Server server = new Server(home, port, karaf.start());
        server.awaitHealth();
        return server;
    }

    private void awaitHealth() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + STARTING.toNanos();
        while (System.nanoTime() < deadline) {
            if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(
                        "The server ended with code " + process.exitValue() + ": " + lastWords());
            }
            if (api.answers() && firstSignInIsWritten()) {
                return;
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException(
                "GET /api/v1/health did not answer 200 within " + STARTING + ": " + lastWords());
    }

    private boolean firstSignInIsWritten() throws IOException {
        Path file = data().resolve("first-sign-in");
        return Files.exists(file) && Files.size(file) > 0;
    }

    Api api() {
        return api;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    Path data() {
        return home.resolve("data");
    }

    String log() throws IOException {
        return Files.readString(data().resolve("log/karaf.log"));
    }

    /** Asks it to stop as an operating system does, and answers its exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOPPING.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("The server did not stop within " + STOPPING);
        }
        return process.exitValue();
    }

    /** Takes the power away. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private String lastWords() throws IOException {
        Path log = data().resolve("log/karaf.log");
        String text = Files.readString(Files.exists(log) ? log : home.resolve("terminal.txt"));
        return text.substring(Math.max(0, text.length() - 4000));
    }

    private static void unpack(Path archive, Path folder) throws IOException, InterruptedException {
        Process tar =
                new ProcessBuilder("tar", "xzf", archive.toString(), "-C", folder.toString())
                        .inheritIO()
                        .start();
        if (tar.waitFor() != 0) {
            throw new IllegalStateException("tar could not unpack " + archive);
        }
    }

    private static Path onlyFolder(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findFirst().orElseThrow();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
