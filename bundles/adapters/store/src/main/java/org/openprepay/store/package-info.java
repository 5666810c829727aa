/** Backup of the database, and the store as a whole for programs without a container. */
@Export
@Version("0.1.0")
@NullMarked
package org.openprepay.store;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
