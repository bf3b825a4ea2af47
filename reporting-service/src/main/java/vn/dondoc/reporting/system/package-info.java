/** Systems of others that tasks are told to as well: their register, and the updates that are expected of them. */
@NullMarked
package vn.dondoc.reporting.system;

import org.jspecify.annotations.NullMarked;
