/** What HTTP calls have in common: correlation, idempotency keys, versions, pages. */
@NullMarked
package vn.dondoc.platform.web;

import org.jspecify.annotations.NullMarked;
