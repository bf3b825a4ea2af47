/** From topics to handlers: batches, unlimited patience, dead letters alone. */
@NullMarked
package vn.dondoc.platform.consume;

import org.jspecify.annotations.NullMarked;
