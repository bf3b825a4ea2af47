/** What the services say to each other: words they share. */
@NullMarked
package vn.dondoc.contracts;

import org.jspecify.annotations.NullMarked;
