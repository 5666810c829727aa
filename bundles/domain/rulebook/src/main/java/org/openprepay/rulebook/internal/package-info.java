/** The rulebook's components. */
@NullMarked
package org.openprepay.rulebook.internal;

import org.jspecify.annotations.NullMarked;
