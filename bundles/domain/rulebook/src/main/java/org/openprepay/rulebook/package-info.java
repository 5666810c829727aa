/**
 * Rule packs of every kind: files, versions, dates, digests, life cycle; and the port to the rules
 * engine.
 */
@Export
@Version("0.1.0")
@NullMarked
package org.openprepay.rulebook;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
