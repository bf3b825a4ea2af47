/** One message to one position about one step of one obligation, and its words. */
@NullMarked
package vn.dondoc.notification.message;

import org.jspecify.annotations.NullMarked;
