/** The component behind customers' door. */
@NullMarked
package org.openprepay.customers.internal;

import org.jspecify.annotations.NullMarked;
