/** The components behind metering's doors. */
@NullMarked
package org.openprepay.metering.internal;

import org.jspecify.annotations.NullMarked;
