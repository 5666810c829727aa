/** The journal, its postings and balances. */
@NullMarked
package org.openprepay.store.ledger;

import org.jspecify.annotations.NullMarked;
