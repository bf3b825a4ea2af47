package vn.dondoc.console.dashboard;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.contracts.event.TargetStanding;
import vn.dondoc.contracts.event.TimeClass;

/** Figures of a line in the order of the classes; templates call it {@code figures}. */
@Component
public class Figures {

    /** Targets by how they stand, worst first. */
    public List<Figure> targets(Dashboards.TargetFigures figures) {
        return List.of(
                new Figure(TargetStanding.BEHIND.code(), figures.behind()),
                new Figure(TargetStanding.NOT_MEASURED.code(), figures.notMeasured()),
                new Figure(TargetStanding.ON_THE_WAY.code(), figures.onTheWay()),
                new Figure(TargetStanding.ATTAINED.code(), figures.attained()));
    }

    public List<Figure> of(Dashboards.TaskFigures figures) {
        return List.of(
                new Figure(TimeClass.OVERDUE.code(), figures.overdue()),
                new Figure(TimeClass.DUE_SOON.code(), figures.dueSoon()),
                new Figure(TimeClass.IN_TIME.code(), figures.inTime()),
                new Figure(TimeClass.NO_DEADLINE.code(), figures.noDeadline()),
                new Figure(TimeClass.COMPLETED_LATE.code(), figures.completedLate()),
                new Figure(TimeClass.COMPLETED_IN_TIME.code(), figures.completedInTime()));
    }
}
