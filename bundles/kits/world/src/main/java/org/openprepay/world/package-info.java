/** The whole domain in one process, on fakes, for tests. */
@NullMarked
package org.openprepay.world;

import org.jspecify.annotations.NullMarked;
