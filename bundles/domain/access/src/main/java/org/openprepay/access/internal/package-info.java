/** The component behind access's door. */
@NullMarked
package org.openprepay.access.internal;

import org.jspecify.annotations.NullMarked;
