/** The commands of scope prepay. */
@NullMarked
package org.openprepay.shell;

import org.jspecify.annotations.NullMarked;
