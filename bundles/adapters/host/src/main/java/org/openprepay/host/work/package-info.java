/** Threads, lanes and batches. */
@NullMarked
package org.openprepay.host.work;

import org.jspecify.annotations.NullMarked;
