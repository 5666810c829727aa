/** The architecture of the house, as tests. */
@NullMarked
package org.openprepay.house.rules;

import org.jspecify.annotations.NullMarked;
