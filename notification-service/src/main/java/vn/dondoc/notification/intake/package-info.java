/** What arrives from the topics becomes obligations known and messages queued. */
@NullMarked
package vn.dondoc.notification.intake;

import org.jspecify.annotations.NullMarked;
