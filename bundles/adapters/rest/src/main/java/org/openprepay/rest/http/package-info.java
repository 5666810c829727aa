/** How every call is let in, read, limited and answered. */
@NullMarked
package org.openprepay.rest.http;

import org.jspecify.annotations.NullMarked;
