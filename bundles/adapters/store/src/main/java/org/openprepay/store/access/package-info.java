/** Staff, sessions and audit. */
@NullMarked
package org.openprepay.store.access;

import org.jspecify.annotations.NullMarked;
