/** Notifications of the positions the user holds. */
@NullMarked
package vn.dondoc.console.inbox;

import org.jspecify.annotations.NullMarked;
