/** The store as a whole, for programs without a container. */
@NullMarked
package org.openprepay.store;

import org.jspecify.annotations.NullMarked;
