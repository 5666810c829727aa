/** Accounts, checkpoints, supply, protections and alerts. */
@NullMarked
package org.openprepay.store.prepayment;

import org.jspecify.annotations.NullMarked;
