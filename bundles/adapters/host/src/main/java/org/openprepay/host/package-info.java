/** Threads, clocks, schedules, links: the only place that starts and carries anything. */
@NullMarked
package org.openprepay.host;

import org.jspecify.annotations.NullMarked;
