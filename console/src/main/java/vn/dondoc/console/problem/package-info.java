/** Errors as answers, and the id that joins the traces of one request. */
@NullMarked
package vn.dondoc.console.problem;

import org.jspecify.annotations.NullMarked;
