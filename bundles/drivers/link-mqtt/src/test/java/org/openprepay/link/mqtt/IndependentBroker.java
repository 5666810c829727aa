package org.openprepay.link.mqtt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The npm broker {@code aedes} in a process of its own, on a free port. */
final class IndependentBroker implements AutoCloseable {
    static final String USER = "openprepay";
    static final String PASSWORD = "right";

    private static final Path SOURCES = Path.of("src/test/node");
    private static final Path HOME = Path.of("target/node");

    private final List<String> tls;
    private Process process;
    private BufferedReader says;
    private Writer told;
    private int port;

    IndependentBroker() throws IOException, InterruptedException {
        this(List.of());
    }

    /** Speaks TLS with the key in this PKCS12 file. */
    IndependentBroker(Path key) throws IOException, InterruptedException {
        this(List.of(key.toAbsolutePath().toString()));
    }

    private IndependentBroker(List<String> tls) throws IOException, InterruptedException {
        this.tls = tls;
        install();
        start(0);
    }

    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(HOME);
        for (String file : new String[] {"package.json", "package-lock.json", "broker.js"}) {
            Files.copy(
                    SOURCES.resolve(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.exists(HOME.resolve("node_modules/.package-lock.json"))) {
            return;
        }
        Process npm =
                new ProcessBuilder("npm", "ci", "--prefer-offline", "--no-audit", "--no-fund")
                        .directory(HOME.toFile())
                        .inheritIO()
                        .start();
        if (!npm.waitFor(2, TimeUnit.MINUTES) || npm.exitValue() != 0) {
            npm.destroyForcibly();
            throw new IllegalStateException("npm ci failed in " + HOME.toAbsolutePath());
        }
    }

    private void start(int at) throws IOException {
        var command =
                new ArrayList<>(List.of("node", "broker.js", String.valueOf(at), USER, PASSWORD));
        command.addAll(tls);
        process =
                new ProcessBuilder(command)
                        .directory(HOME.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        says = process.inputReader(StandardCharsets.UTF_8);
        told = process.outputWriter(StandardCharsets.UTF_8);
        port = Integer.parseInt(expect("listening").substring("listening ".length()));
    }

    String url() {
        return (tls.isEmpty() ? "tcp" : "ssl") + "://127.0.0.1:" + port;
    }

    /** Drops every connection and stops listening; the sessions are kept. */
    void away() throws IOException {
        tell("away");
        expect("away");
    }

    void back() throws IOException {
        tell("back");
        expect("listening");
    }

    /** How many deliveries its clients have acknowledged. */
    int acknowledged() {
        try {
            tell("acks");
            return Integer.parseInt(expect("acks").substring("acks ".length()));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Kills the process, and with it all sessions, and starts another on the same port. */
    void killAndReplace() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        start(port);
    }

    private void tell(String line) throws IOException {
        told.write(line + "\n");
        told.flush();
    }

    private String expect(String beginning) throws IOException {
        String line = says.readLine();
        if (line == null || !line.startsWith(beginning)) {
            throw new IllegalStateException(
                    "expected " + beginning + " but the broker said " + line);
        }
        return line;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
