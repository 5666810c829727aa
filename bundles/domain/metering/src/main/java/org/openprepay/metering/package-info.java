/** Meters, readings and their validation, and orders to meters. */
@Export
@Version("0.1.0")
@NullMarked
package org.openprepay.metering;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
