/** The templates of messages as people see them: both languages, their versions, filled with a real message. */
@NullMarked
package vn.dondoc.notification.template;

import org.jspecify.annotations.NullMarked;
