/** What changed in each cell on each day: figures as they were known on any past day, and how they moved. */
@NullMarked
package vn.dondoc.reporting.ledger;

import org.jspecify.annotations.NullMarked;
