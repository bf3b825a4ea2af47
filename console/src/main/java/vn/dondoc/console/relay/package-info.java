/** Passes calls of /api and event streams through the console's origin. */
@NullMarked
package vn.dondoc.console.relay;

import org.jspecify.annotations.NullMarked;
