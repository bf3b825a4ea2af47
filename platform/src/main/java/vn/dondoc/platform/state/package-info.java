/** How each aggregate stands by its newest event, for whoever compares what was made of the events with it. */
@NullMarked
package vn.dondoc.platform.state;

import org.jspecify.annotations.NullMarked;
