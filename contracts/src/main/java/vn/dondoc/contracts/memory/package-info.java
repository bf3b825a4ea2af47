/** What a process does with memory that it does not need for now. */
@NullMarked
package vn.dondoc.contracts.memory;

import org.jspecify.annotations.NullMarked;
