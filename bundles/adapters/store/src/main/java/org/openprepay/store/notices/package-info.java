/** Notices. */
@NullMarked
package org.openprepay.store.notices;

import org.jspecify.annotations.NullMarked;
