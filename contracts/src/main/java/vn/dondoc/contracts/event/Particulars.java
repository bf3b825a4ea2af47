package vn.dondoc.contracts.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.id.PositionId;

/**
 * What is known of a task beside its plan.
 *
 * @param nationalCode its code in the national or provincial system, for the exchange with it
 * @param level null where nobody said
 * @param programme the programme it belongs to ("NQ 57", "Đề án 06")
 * @param budgetSource where its money comes from
 * @param disbursedVnd in dong, in all until now; null where nothing was told
 * @param steps in their order
 * @param followers positions that want to be told
 */
public record Particulars(
        @Nullable String nationalCode,
        @Nullable AssigningLevel level,
        @Nullable String programme,
        @Nullable String budgetSource,
        @Nullable Long disbursedVnd,
        List<Step> steps,
        List<PositionId> followers) {

    public static final Particulars NONE = new Particulars(null, null, null, null, null, List.of(), List.of());

    public Particulars {
        steps = Lists.orEmpty(steps);
        followers = Lists.orEmpty(followers);
    }

    public Particulars with(
            @Nullable String newCode, @Nullable AssigningLevel newLevel, @Nullable String newProgramme, @Nullable String newSource) {
        return new Particulars(newCode, newLevel, newProgramme, newSource, disbursedVnd, steps, followers);
    }

    public Particulars disbursed(long vnd) {
        return new Particulars(nationalCode, level, programme, budgetSource, vnd, steps, followers);
    }

    public Particulars through(List<Step> newSteps) {
        return new Particulars(nationalCode, level, programme, budgetSource, disbursedVnd, newSteps, followers);
    }

    public Particulars followedBy(List<PositionId> newFollowers) {
        return new Particulars(nationalCode, level, programme, budgetSource, disbursedVnd, steps, newFollowers);
    }
}
