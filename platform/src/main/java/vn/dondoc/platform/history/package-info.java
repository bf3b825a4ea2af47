/** Aggregates change in one way: state and events in one guarded write, the history being the outbox. */
@NullMarked
package vn.dondoc.platform.history;

import org.jspecify.annotations.NullMarked;
