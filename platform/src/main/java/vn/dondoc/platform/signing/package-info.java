/** Who is competent to sign a document of a place. */
@NullMarked
package vn.dondoc.platform.signing;

import org.jspecify.annotations.NullMarked;
