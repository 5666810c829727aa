package org.openprepay.rest.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.PreMatching;

/** Refuses bodies above a limit, by their stated length or while they are read. */
@PreMatching
public final class BodyLimit implements ContainerRequestFilter {
    /** Five hundred day profiles, or the largest rule pack. */
    public static final int MAX_BYTES = 2 * 1024 * 1024;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getLength() > MAX_BYTES) {
            throw tooLarge();
        }
        request.setEntityStream(new Counted(request.getEntityStream()));
    }

    private static Problem tooLarge() {
        return Problem.of(
                413, "TOO_LARGE", "A body has at most " + MAX_BYTES + " bytes; send it in parts.");
    }

    private static final class Counted extends FilterInputStream {
        private long left = MAX_BYTES;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            return read < 0 ? read : counted(read, 1);
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            int read = super.read(bytes, from, most);
            return read < 0 ? read : counted(read, read);
        }

        private int counted(int answer, int bytes) {
            left -= bytes;
            if (left < 0) {
                throw tooLarge();
            }
            return answer;
        }
    }
}
