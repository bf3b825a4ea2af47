/** Which generation of facts and cells figures come from, and which one is being built beside it. */
@NullMarked
package vn.dondoc.reporting.model;

import org.jspecify.annotations.NullMarked;
