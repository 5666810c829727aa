/** Transactions on the one persistence unit, and SQL on their connection. */
@NullMarked
package org.openprepay.store.tx;

import org.jspecify.annotations.NullMarked;
