package org.openprepay.rulebook.internal;

import java.util.Optional;
import org.openprepay.rulebook.PackKind;

/** The kinds of packs that capabilities know at this moment. */
public interface Kinds {
    /** The kind of this name, when its capability is there. */
    Optional<PackKind> find(String kind);
}
