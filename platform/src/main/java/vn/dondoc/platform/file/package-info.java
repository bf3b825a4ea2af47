/** Files that people send: what they are, and where they are kept. */
@NullMarked
package vn.dondoc.platform.file;

import org.jspecify.annotations.NullMarked;
