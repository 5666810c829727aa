/** What must leave the server. */
@NullMarked
package org.openprepay.store.outbox;

import org.jspecify.annotations.NullMarked;
