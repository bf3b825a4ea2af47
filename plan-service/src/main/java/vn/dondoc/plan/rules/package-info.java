/** Broken rules of a body, collected first and answered together. */
@NullMarked
package vn.dondoc.plan.rules;

import org.jspecify.annotations.NullMarked;
