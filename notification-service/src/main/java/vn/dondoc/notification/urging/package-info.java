/** Official urging: letters on what is overdue, drafted, signed on paper, numbered by the clerk, sent, and answered. */
@NullMarked
package vn.dondoc.notification.urging;

import org.jspecify.annotations.NullMarked;
