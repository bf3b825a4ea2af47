/** How classes of settings say what an operator must know of them. */
@NullMarked
package vn.dondoc.contracts.setting;

import org.jspecify.annotations.NullMarked;
