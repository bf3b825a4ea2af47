/** Who calls, and which branch of the unit tree is theirs. */
@NullMarked
package vn.dondoc.platform.access;

import org.jspecify.annotations.NullMarked;
