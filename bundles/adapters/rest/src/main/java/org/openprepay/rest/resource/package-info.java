/** The resources and their own forms of data. */
@NullMarked
package org.openprepay.rest.resource;

import org.jspecify.annotations.NullMarked;
