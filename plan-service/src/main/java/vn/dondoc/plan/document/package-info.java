/** Plan documents: read in a process of their own, kept as they came. */
@NullMarked
package vn.dondoc.plan.document;

import org.jspecify.annotations.NullMarked;
