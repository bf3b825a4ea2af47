/** Errors as answers: problem details with a stable code and a sentence. */
@NullMarked
package vn.dondoc.platform.problem;

import org.jspecify.annotations.NullMarked;
