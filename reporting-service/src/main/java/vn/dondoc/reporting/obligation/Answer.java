package vn.dondoc.reporting.obligation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stands as the unit's answer.
 *
 * @param submittedOn null while nothing was sent, and after it was returned
 * @param onBehalf entered by the standing unit for a unit that phoned or wrote
 */
record Answer(boolean nothingToReport, @Nullable LocalDate submittedOn, boolean onBehalf) {

    static final Answer NONE = new Answer(false, null, false);
}
