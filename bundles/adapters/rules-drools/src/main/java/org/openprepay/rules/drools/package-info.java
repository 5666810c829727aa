/** Guards, compiles and fires rule packs; Drools is locked in here. */
@NullMarked
package org.openprepay.rules.drools;

import org.jspecify.annotations.NullMarked;
