/** The database itself: identities, migration, pool, backup. */
@NullMarked
package org.openprepay.store.database;

import org.jspecify.annotations.NullMarked;
