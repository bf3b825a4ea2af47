/** From histories to topics: one change stream, one active relay, first occurrences in sequence. */
@NullMarked
package vn.dondoc.platform.relay;

import org.jspecify.annotations.NullMarked;
