package vn.dondoc.task.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.task.deadline.TimeClasses;
import vn.dondoc.task.worklist.TaskFilter;
import vn.dondoc.task.worklist.Worklist;

/** What was overdue at the end of a past day, as was known then: told from the histories, so that nothing that came later changes it. */
@Component
public final class Hindsight {

    static final int MOST = 10_000;

    private static final Comparator<Overdue> OLDEST_FIRST =
            Comparator.comparing(Overdue::lastDay).thenComparing(one -> one.then().id().value());

    private final Worklist worklist;

    Hindsight(Worklist worklist) {
        this.worklist = worklist;
    }

    /**
     * A task that was overdue then.
     *
     * @param then its state at the end of that day
     * @param lastDay as it was then
     * @param now how it stands against its deadline today
     */
    public record Overdue(TaskState then, LocalDate lastDay, TimeClass now) {}

    /**
     * The overdue ones, oldest first.
     *
     * @param filter by plan and commune
     * @param lead that led them then; null for any
     * @param today Asia/Ho_Chi_Minh
     * @throws ProblemException 422 where more than 10,000 histories would have to be read
     */
    public List<Overdue> overdueOn(Caller caller, TaskFilter filter, @Nullable UnitId lead, LocalDate day, LocalDate today) {
        if (worklist.countKnownOn(caller, filter, day) > MOST) {
            throw ProblemException.of(422, "HINDSIGHT_TOO_WIDE", MOST);
        }
        var found = new ArrayList<Overdue>();
        worklist.eachKnownOn(caller, filter, day, MOST, (task, history) -> AsOf.of(history, day)
                .filter(then -> then.timeClass() == TimeClass.OVERDUE)
                .filter(then -> lead == null || then.state().lead().contains(lead))
                .map(then -> new Overdue(then.state(), Objects.requireNonNull(then.state().lastDay()),
                        TimeClasses.of(task.lastDay(), task.reminders(), task.work().state(), task.work().finishedOn(), today)))
                .ifPresent(found::add));
        found.sort(OLDEST_FIRST);
        return found;
    }
}
