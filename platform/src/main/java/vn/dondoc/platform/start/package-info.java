/** Starting while what a service needs is still away. */
@NullMarked
package vn.dondoc.platform.start;

import org.jspecify.annotations.NullMarked;
