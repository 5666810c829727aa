/** What supply policies see, and the one decision they may add to. */
@Export
@Version("0.1.0")
@NullMarked
package org.openprepay.prepayment.facts;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
