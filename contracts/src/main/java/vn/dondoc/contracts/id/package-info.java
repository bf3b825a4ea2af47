/** Identifiers, one type for each thing; all are opaque strings. */
@NullMarked
package vn.dondoc.contracts.id;

import org.jspecify.annotations.NullMarked;
