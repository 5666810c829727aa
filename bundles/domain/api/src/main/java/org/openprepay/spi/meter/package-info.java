/**
 * What a maker implements so that the server can talk to a meter. 0.x until the first protocols
 * passed.
 */
@Export
@Version("0.1.0")
@NullMarked
package org.openprepay.spi.meter;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
