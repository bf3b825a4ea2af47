package vn.dondoc.notification.urging;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.UnitId;

/**
 * A unit that is urged.
 *
 * @param asked it is asked to and not told to
 * @param answeredOn null while it has not answered
 */
record Addressee(UnitId unit, boolean asked, @Nullable LocalDate answeredOn, @Nullable String answer) {

    boolean hasAnswered() {
        return answeredOn != null;
    }
}
