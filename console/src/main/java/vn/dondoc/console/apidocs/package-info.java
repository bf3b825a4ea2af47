/** The interfaces, for people who write programs. */
@NullMarked
package vn.dondoc.console.apidocs;

import org.jspecify.annotations.NullMarked;
