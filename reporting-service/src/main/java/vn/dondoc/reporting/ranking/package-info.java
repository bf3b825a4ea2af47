/** Places of communes and units by the rule of their province, and who is proposed for commendation. */
@NullMarked
package vn.dondoc.reporting.ranking;

import org.jspecify.annotations.NullMarked;
