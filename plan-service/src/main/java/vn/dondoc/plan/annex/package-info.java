/** Annexes: files whose rows join a draft. */
@NullMarked
package vn.dondoc.plan.annex;

import org.jspecify.annotations.NullMarked;
