/** What happens by itself: outbox, midnight, reviews, the rules folder, the first sign-in. */
@NullMarked
package org.openprepay.host.jobs;

import org.jspecify.annotations.NullMarked;
