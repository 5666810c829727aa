/** Pretend meters that speak the real protocol; they share no code with the drivers. */
@NullMarked
package org.openprepay.fleet;

import org.jspecify.annotations.NullMarked;
