/** People, premises, service points, and dated links from meters to accounts. */
@Export
@Version("0.1.0")
@NullMarked
package org.openprepay.customers;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
