/** Letters of urging: from the list of what is late to the last answer. */
@NullMarked
package vn.dondoc.console.urging;

import org.jspecify.annotations.NullMarked;
