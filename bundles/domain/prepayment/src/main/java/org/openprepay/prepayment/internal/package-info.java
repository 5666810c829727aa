/** The components that make readings into debits and balances into supply. */
@NullMarked
package org.openprepay.prepayment.internal;

import org.jspecify.annotations.NullMarked;
