package org.openprepay.itests.shipped;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads from Linux's own tables where a process listens, as hexadecimal {@code address:port}. */
final class Listening {
    private static final String LISTEN = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private Listening() {}

    static Set<String> of(long pid) throws IOException {
        Set<String> sockets = sockets(pid);
        Set<String> found = new TreeSet<>();
        for (String table : new String[] {"tcp", "tcp6"}) {
            for (String line : Files.readAllLines(Path.of("/proc", "" + pid, "net", table))) {
                String[] columns = line.strip().split("\\s+");
                if (columns[STATE].equals(LISTEN) && sockets.contains(columns[INODE])) {
                    found.add(columns[ADDRESS]);
                }
            }
        }
        return found;
    }

    private static Set<String> sockets(long pid) throws IOException {
        try (Stream<Path> handles = Files.list(Path.of("/proc", "" + pid, "fd"))) {
            return handles.map(Listening::target)
                    .filter(t -> t.startsWith("socket:["))
                    .map(t -> t.substring("socket:[".length(), t.length() - 1))
                    .collect(Collectors.toSet());
        }
    }

    private static String target(Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
