package vn.dondoc.notification.obligation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.AssigningLevel;
import vn.dondoc.contracts.event.Particulars;
import vn.dondoc.contracts.event.ReportState;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

/**
 * What of a task or report decides who else is concerned.
 *
 * @param coordinating units that take part and do not answer
 * @param programme the programme it belongs to, by any of its names; null where to none
 * @param level which level set it in the end; null where nobody said
 * @param coded it has a code in a national or provincial system
 * @param giver in whose name the directive was given that it is of; null where it is of a plan
 * @param firstDay the last day before the first extension; null where none was granted
 * @param handedInOn the day of the submission that stands; null where none does
 * @param doer the position in a unit that answers that does it; null where the unit as a whole does
 */
public record Background(
        List<UnitId> coordinating, @Nullable String programme, @Nullable AssigningLevel level, boolean coded, @Nullable UnitId giver,
        @Nullable LocalDate firstDay, @Nullable LocalDate handedInOn, @Nullable PositionId doer) {

    static final Background NONE = new Background(List.of(), null, null, false, null, null, null, null);

    public Background {
        coordinating = Lists.orEmpty(coordinating);
    }

    static Background of(TaskState task) {
        var particulars = task.particulars() == null ? Particulars.NONE : task.particulars();
        return new Background(
                task.coordinating(), particulars.programme(), particulars.level(), particulars.nationalCode() != null,
                task.directive() == null ? null : task.directive().giver(), task.extension() == null ? null : task.extension().firstDay(), task.submittedOn(),
                task.partOf() == null ? null : task.partOf().position());
    }

    static Background of(ReportState report) {
        return new Background(List.of(), report.programme(), null, false, null, null, report.submittedOn(), null);
    }

    /** It was set by the province or above it. */
    public boolean fromAbove() {
        return level == AssigningLevel.CENTRAL || level == AssigningLevel.PROVINCE;
    }
}
