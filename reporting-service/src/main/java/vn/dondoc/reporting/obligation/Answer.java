package vn.dondoc.reporting.obligation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PersonId;

/**
 * What stands as the unit's answer.
 *
 * @param submittedOn null while nothing was sent, and after it was returned
 * @param onBehalf entered by the standing unit for a unit that phoned or wrote
 * @param sentBy who sent it; null where nothing was sent, or that was not recorded
 */
record Answer(boolean nothingToReport, @Nullable LocalDate submittedOn, boolean onBehalf, @Nullable PersonId sentBy) {

    static final Answer NONE = new Answer(false, null, false, null);
}
