/** Which units of a commune the names in its documents stand for. */
@NullMarked
package vn.dondoc.plan.naming;

import org.jspecify.annotations.NullMarked;
