/** Meters, readings and orders. */
@NullMarked
package org.openprepay.store.metering;

import org.jspecify.annotations.NullMarked;
