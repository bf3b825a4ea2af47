/** Places of communes and units, who is proposed for commendation, and the rule behind both. */
@NullMarked
package vn.dondoc.console.ranking;

import org.jspecify.annotations.NullMarked;
