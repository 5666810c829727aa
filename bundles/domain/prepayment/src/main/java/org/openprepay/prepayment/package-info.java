/** The account: charges, credits, debts, supply wanted against supply found. */
@Export
@Version("0.1.0")
@NullMarked
package org.openprepay.prepayment;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
