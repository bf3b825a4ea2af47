package vn.dondoc.plan.directive;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;

/**
 * What one addressee has to do of a directive.
 *
 * @param addressee the unit or commune it was given to
 * @param lead the unit that answers: the addressee, or the standing unit of a commune
 * @param commune in which it is done
 * @param withdrawnOn the day it was taken back; null while it holds
 */
record DirectivePart(UnitId addressee, UnitId lead, UnitId commune, TaskId task, @Nullable LocalDate withdrawnOn) {

    boolean holds() {
        return withdrawnOn == null;
    }

    DirectivePart withdrawn(LocalDate on) {
        return new DirectivePart(addressee, lead, commune, task, on);
    }
}
