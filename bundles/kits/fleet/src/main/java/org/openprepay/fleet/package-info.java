/** Pretend meters that speak the real protocol; they share no code with the drivers. */
@Export
@Version("0.1.0")
@NullMarked
package org.openprepay.fleet;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
