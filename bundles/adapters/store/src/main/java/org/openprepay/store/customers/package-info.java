/** Customers, service points and links. */
@NullMarked
package org.openprepay.store.customers;

import org.jspecify.annotations.NullMarked;
