/** Once on a working day, what waits for each person comes together. */
@NullMarked
package vn.dondoc.notification.digest;

import org.jspecify.annotations.NullMarked;
