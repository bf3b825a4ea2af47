/** All databases of an installation in one file, as they were at one moment, and back again. */
@NullMarked
package vn.dondoc.backup;

import org.jspecify.annotations.NullMarked;
