package vn.dondoc.notification.message;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.notification.obligation.ObligationKind;
import vn.dondoc.notification.rule.Occasion;

/**
 * The step of an obligation that a message is about.
 *
 * @param type of the event
 * @param number days or step, where the event type has one
 * @param lastDay as it was at that step, of an explanation its own; a message is not sent any more when it has moved
 */
public record Cause(
        ObligationKind kind, String obligation, String type, @Nullable Integer number, Occasion occasion, @Nullable LocalDate lastDay) {

    /** "TaskDueSoon:7" */
    public String step() {
        return number == null ? type : type + ":" + number;
    }

    public String link() {
        return kind.link(obligation);
    }
}
