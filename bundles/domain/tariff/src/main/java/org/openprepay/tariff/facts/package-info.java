/** What tariff rules see, and the one bill they may add to. */
@Export
@Version("0.1.0")
@NullMarked
package org.openprepay.tariff.facts;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
