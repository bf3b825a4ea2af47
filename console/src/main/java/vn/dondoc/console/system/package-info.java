/** Systems of others: their register, what is copied into them, and what comes back out of their sheets. */
@NullMarked
package vn.dondoc.console.system;

import org.jspecify.annotations.NullMarked;
