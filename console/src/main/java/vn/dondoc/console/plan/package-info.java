/** Plans: import, review of what was read, publishing, reading. */
@NullMarked
package vn.dondoc.console.plan;

import org.jspecify.annotations.NullMarked;
