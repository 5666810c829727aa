/** Speed, compared with the bound in the same run. */
@NullMarked
package org.openprepay.benchmarks;

import org.jspecify.annotations.NullMarked;
