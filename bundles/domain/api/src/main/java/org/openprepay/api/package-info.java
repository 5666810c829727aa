/** The values everyone shares and the doors that hold a transaction together. */
@Export
@Version("0.1.0")
@NullMarked
package org.openprepay.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
