@NullMarked
package org.openprepay.tariff.internal;

import org.jspecify.annotations.NullMarked;
