/** The component that keeps the books. */
@NullMarked
package org.openprepay.ledger.internal;

import org.jspecify.annotations.NullMarked;
