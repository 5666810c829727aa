/** The SOAP door for billing systems. */
@NullMarked
package org.openprepay.soap;

import org.jspecify.annotations.NullMarked;
