/** The inbox over HTTP: messages of the positions that the caller holds now. */
@NullMarked
package vn.dondoc.notification.inbox;

import org.jspecify.annotations.NullMarked;
