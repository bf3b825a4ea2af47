/** What every service needs once; one auto-configuration brings it all. */
@NullMarked
package vn.dondoc.platform;

import org.jspecify.annotations.NullMarked;
