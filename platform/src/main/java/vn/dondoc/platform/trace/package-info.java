/** Traces: what one call set going, in whichever service and however much later, is one of them. */
@NullMarked
package vn.dondoc.platform.trace;

import org.jspecify.annotations.NullMarked;
