package org.openprepay.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Starts the assembled server with the demo utility and waits for it: {@code mvn -Prun}. */
public final class Run {
    private static final int PORT = 8181;
    private static final Set<Integer> ASKED_TO_STOP = Set.of(0, 130, 143);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOPPING = Duration.ofSeconds(30);

    private Run() {}

    /**
     * Runs until the server ends or this process is interrupted.
     *
     * @param args the assembled distribution, the folder to run in, the rule packs to watch
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Workplace place = new Workplace(Path.of(args[0]), Path.of(args[1]));
        refuseTakenPort();
        place.prepare();
        boolean first = !Files.exists(place.firstSignIn());
        Process server = place.start(Path.of(args[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop-server"));
        announce(server, place, first);
        int code = server.waitFor();
        if (!ASKED_TO_STOP.contains(code)) {
            throw new IllegalStateException(
                    "The server ended with code " + code + "; see " + place.log());
        }
    }

    private static void announce(Process server, Workplace place, boolean first)
            throws IOException, InterruptedException {
        Health health = new Health(PORT);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!server.waitFor(500, TimeUnit.MILLISECONDS)) {
            if (health.up() && place.settled()) {
                System.out.println(welcome(place, first));
                return;
            }
            if (System.nanoTime() > deadline) {
                System.err.println("The server is not healthy yet; see " + place.log());
                return;
            }
        }
    }

    private static String welcome(Workplace place, boolean first) throws IOException {
        String signIn =
                first && Files.exists(place.firstSignIn())
                        ? Files.readString(place.firstSignIn()).strip()
                        : "name: admin\npassword: the one that you chose; until then see "
                                + place.firstSignIn();
        return """

                OpenPrepay is ready
                  console   http://localhost:%d/console/
                  sign in   %s
                  log       %s
                  stop      Ctrl+C
                """
                .formatted(PORT, signIn.replaceAll("\\R", "\n            "), place.log());
    }

    private static void refuseTakenPort() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress("127.0.0.1", PORT));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Port " + PORT + " is in use; stop whatever listens there and start again", e);
        }
    }

    private static void stop(Process server) {
        server.destroy();
        try {
            if (!server.waitFor(STOPPING.toSeconds(), TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
