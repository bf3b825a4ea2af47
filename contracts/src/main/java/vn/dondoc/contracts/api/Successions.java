package vn.dondoc.contracts.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;

/** Tasks that go on in another plan, since their own was closed. */
public final class Successions {

    private Successions() {}

    /** A task beside another one; {@code lastDay} is null without a deadline. */
    public record Linked(TaskId id, PlanId plan, String title, WorkState workState, @Nullable LocalDate lastDay) {}

    /**
     * @param origin the task that this one comes from; null where there is none, or the caller does not see it
     * @param successor the task as which this one goes on; null likewise
     */
    public record Succession(@Nullable Linked origin, @Nullable Linked successor) {}
}
