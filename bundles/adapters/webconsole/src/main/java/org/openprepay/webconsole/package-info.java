/** The tab Metering of the Karaf web console. */
@NullMarked
package org.openprepay.webconsole;

import org.jspecify.annotations.NullMarked;
