/** The audit: what all services tell of who did what when. */
@NullMarked
package vn.dondoc.console.audit;

import org.jspecify.annotations.NullMarked;
