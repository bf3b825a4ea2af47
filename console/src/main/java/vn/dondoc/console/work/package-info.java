/** Tasks: my work, lists, one task and what its unit does about it. */
@NullMarked
package vn.dondoc.console.work;

import org.jspecify.annotations.NullMarked;
