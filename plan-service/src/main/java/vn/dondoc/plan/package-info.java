/** The organisation, plan documents and what is published of them. */
@NullMarked
package vn.dondoc.plan;

import org.jspecify.annotations.NullMarked;
