/** The component behind notices' door. */
@NullMarked
package org.openprepay.notices.internal;

import org.jspecify.annotations.NullMarked;
