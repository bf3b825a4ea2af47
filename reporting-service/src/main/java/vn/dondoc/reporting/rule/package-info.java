/** Who owes which report when: opens the periods of reporting rules. */
@NullMarked
package vn.dondoc.reporting.rule;

import org.jspecify.annotations.NullMarked;
