/** Frames between links and drivers, orders to meters and their read-back. */
@NullMarked
package org.openprepay.host.carry;

import org.jspecify.annotations.NullMarked;
