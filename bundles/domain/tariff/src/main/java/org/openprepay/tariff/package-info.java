/** The running bill: usage folded in time order, priced by rules, posted as differences. */
@Export
@Version("0.1.0")
@NullMarked
package org.openprepay.tariff;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
