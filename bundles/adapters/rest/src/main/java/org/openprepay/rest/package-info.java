/** The REST door. */
@NullMarked
package org.openprepay.rest;

import org.jspecify.annotations.NullMarked;
