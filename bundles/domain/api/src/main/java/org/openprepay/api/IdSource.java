package org.openprepay.api;

/** Makes ids that nobody made before. */
public interface IdSource {
    /** A fresh id, 26 characters, that sorts by the time it was made. */
    String next();
}
