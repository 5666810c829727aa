/** One persistence unit, migrations and transactions; JPA is locked in here. */
@NullMarked
package org.openprepay.store;

import org.jspecify.annotations.NullMarked;
