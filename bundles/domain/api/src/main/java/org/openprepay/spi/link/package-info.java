/**
 * What a wire or radio implements so that the server can carry frames. 0.x until the first
 * protocols passed.
 */
@Export
@Version("0.1.0")
@NullMarked
package org.openprepay.spi.link;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
