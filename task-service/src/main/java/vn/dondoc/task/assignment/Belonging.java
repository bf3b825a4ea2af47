package vn.dondoc.task.assignment;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Particulars;
import vn.dondoc.contracts.event.TaskEvent.TaskDescribed;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

/** To which programme a task belongs: to that of its plan, until somebody describes it otherwise. It is no verdict, so what is finished follows, too. */
final class Belonging {

    private Belonging() {}

    /** Whether the task belongs where its plan did before, and the plan belongs elsewhere now. */
    static boolean follows(Assignment task, @Nullable String programme) {
        var before = task.planned().programme();
        return !Objects.equals(before, programme) && Objects.equals(before, of(task).programme());
    }

    /** Only the programme of its plan is another one. */
    static Decision<Assignment> moved(Assignment task, @Nullable String programme, long order) {
        var after = to(task.edited(edit -> edit.planned = task.planned().within(programme, order)), programme);
        return Decision.accept(after, Fact.of(new TaskDescribed(after.told()), after.commune()));
    }

    static Assignment to(Assignment task, @Nullable String programme) {
        var known = of(task);
        return task.edited(edit -> edit.particulars = known.with(known.nationalCode(), known.level(), programme, known.budgetSource()));
    }

    private static Particulars of(Assignment task) {
        var known = task.particulars();
        return known == null ? Particulars.NONE : known;
    }
}
