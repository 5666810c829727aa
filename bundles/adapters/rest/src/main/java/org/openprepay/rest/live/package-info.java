/** What is folded from the stream of live events: server-sent events, load, metrics. */
@NullMarked
package org.openprepay.rest.live;

import org.jspecify.annotations.NullMarked;
