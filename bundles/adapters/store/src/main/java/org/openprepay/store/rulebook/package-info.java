/** Versions of rule packs. */
@NullMarked
package org.openprepay.store.rulebook;

import org.jspecify.annotations.NullMarked;
