/** The domain clock, which can be shifted in local only. */
@NullMarked
package vn.dondoc.console.clock;

import org.jspecify.annotations.NullMarked;
