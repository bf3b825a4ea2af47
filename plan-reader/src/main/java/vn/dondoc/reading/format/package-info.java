/** Turns files of each office format into the neutral text document, and refuses what cannot be read. */
@NullMarked
package vn.dondoc.reading.format;

import org.jspecify.annotations.NullMarked;
