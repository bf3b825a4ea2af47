/** One-time codes for signing in, sent at once to the person's phone or mailbox and kept nowhere. */
@NullMarked
package vn.dondoc.notification.code;

import org.jspecify.annotations.NullMarked;
