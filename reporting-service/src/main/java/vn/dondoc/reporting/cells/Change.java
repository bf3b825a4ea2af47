package vn.dondoc.reporting.cells;

import java.time.Instant;

/**
 * What a batch changes in one cell.
 *
 * @param difference may be nothing where only newer events came
 * @param asOf domain time of the newest of them
 */
public record Change(Counts difference, Instant asOf) {

    /** Both together. */
    public Change and(Change other) {
        return new Change(difference.plus(other.difference), asOf.isAfter(other.asOf) ? asOf : other.asOf);
    }
}
