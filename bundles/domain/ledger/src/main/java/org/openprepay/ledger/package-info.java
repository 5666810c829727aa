/** Double-entry books. */
@Export
@Version("0.1.0")
@NullMarked
package org.openprepay.ledger;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
