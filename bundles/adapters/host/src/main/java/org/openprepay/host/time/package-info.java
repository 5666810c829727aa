/** The two clocks and the source of ids. */
@NullMarked
package org.openprepay.host.time;

import org.jspecify.annotations.NullMarked;
