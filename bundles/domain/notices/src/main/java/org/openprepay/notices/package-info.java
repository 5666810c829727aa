/** Messages to people and what became of them. */
@Export
@Version("0.1.0")
@NullMarked
package org.openprepay.notices;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
