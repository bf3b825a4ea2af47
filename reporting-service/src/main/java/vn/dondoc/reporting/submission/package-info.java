/** How people see, send, accept and return expected reports over HTTP. */
@NullMarked
package vn.dondoc.reporting.submission;

import org.jspecify.annotations.NullMarked;
