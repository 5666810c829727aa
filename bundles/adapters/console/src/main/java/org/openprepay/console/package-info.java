/** Serves the staff console, a static application that speaks only REST. */
@NullMarked
package org.openprepay.console;

import org.jspecify.annotations.NullMarked;
