/** Which event is told to which positions, how urgently and on which channels. */
@NullMarked
package vn.dondoc.notification.rule;

import org.jspecify.annotations.NullMarked;
