/** A living utility for the first look; never in a plain install. */
@NullMarked
package org.openprepay.demo;

import org.jspecify.annotations.NullMarked;
