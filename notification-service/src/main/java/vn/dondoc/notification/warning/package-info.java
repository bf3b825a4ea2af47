/** Where messages reach nobody who was meant: shown to whoever keeps the directory. */
@NullMarked
package vn.dondoc.notification.warning;

import org.jspecify.annotations.NullMarked;
