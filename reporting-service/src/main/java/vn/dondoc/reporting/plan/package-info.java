/** What this service takes from published plans: their titles and their reporting rules. */
@NullMarked
package vn.dondoc.reporting.plan;

import org.jspecify.annotations.NullMarked;
