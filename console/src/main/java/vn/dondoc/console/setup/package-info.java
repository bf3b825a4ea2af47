/** The first run: from an empty installation to its first commune. */
@NullMarked
package vn.dondoc.console.setup;

import org.jspecify.annotations.NullMarked;
