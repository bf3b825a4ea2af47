/** Reports that are owed, sent and received. */
@NullMarked
package vn.dondoc.console.report;

import org.jspecify.annotations.NullMarked;
