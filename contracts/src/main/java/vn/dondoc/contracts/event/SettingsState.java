package vn.dondoc.contracts.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

/**
 * How a province or a commune keeps time, and how deep the province sees. What is null, or an empty list, is as the level above has it.
 *
 * @param unit the province or the commune
 * @param daysOff what becomes of a last day that is a day off; only the province decides
 * @param daysLeft days before the last day on which somebody is told, falling, 0 for that day itself; the first one is where "due soon" begins
 * @param daysLate days after the last day, rising; each is one step of escalation
 * @param overdueEvery after the last step, again every so many days; 0 for never
 * @param acceptAfter days after which a submission nobody decided on is accepted; 0 for never
 * @param staleAfter days without news after which an ongoing task is stale
 * @param explainWithin days to answer when an explanation is asked for
 * @param depth how deep the province sees what is a commune's own; only the province decides
 * @param decider the position that decides beside the leaders, also on what those do themselves; only of a commune; null where none is named
 */
public record SettingsState(
        UnitId unit,
        @Nullable DaysOff daysOff,
        List<Integer> daysLeft,
        List<Integer> daysLate,
        @Nullable Integer overdueEvery,
        @Nullable Integer acceptAfter,
        @Nullable Integer staleAfter,
        @Nullable Integer explainWithin,
        @Nullable Depth depth,
        @Nullable PositionId decider) {

    public SettingsState {
        daysLeft = Lists.orEmpty(daysLeft);
        daysLate = Lists.orEmpty(daysLate);
    }

    /** How time is kept, and nothing of how deep the province sees. */
    public SettingsState(
            UnitId unit, @Nullable DaysOff daysOff, List<Integer> daysLeft, List<Integer> daysLate, @Nullable Integer overdueEvery,
            @Nullable Integer acceptAfter, @Nullable Integer staleAfter, @Nullable Integer explainWithin) {
        this(unit, daysOff, daysLeft, daysLate, overdueEvery, acceptAfter, staleAfter, explainWithin, null, null);
    }

    /** No position is named that decides. */
    public SettingsState(
            UnitId unit, @Nullable DaysOff daysOff, List<Integer> daysLeft, List<Integer> daysLate, @Nullable Integer overdueEvery,
            @Nullable Integer acceptAfter, @Nullable Integer staleAfter, @Nullable Integer explainWithin, @Nullable Depth depth) {
        this(unit, daysOff, daysLeft, daysLate, overdueEvery, acceptAfter, staleAfter, explainWithin, depth, null);
    }

    /** What holds where nobody decided anything. */
    public static SettingsState defaultsOf(UnitId unit) {
        return new SettingsState(unit, DaysOff.STAY, List.of(7, 3, 1, 0), List.of(1, 3, 7), 0, 0, 30, 3, Depth.ALL);
    }

    /** With what is left open here as it is there; the unit is this one. */
    public SettingsState over(SettingsState there) {
        return new SettingsState(
                unit, first(daysOff, there.daysOff), daysLeft.isEmpty() ? there.daysLeft : daysLeft,
                daysLate.isEmpty() ? there.daysLate : daysLate, first(overdueEvery, there.overdueEvery),
                first(acceptAfter, there.acceptAfter), first(staleAfter, there.staleAfter), first(explainWithin, there.explainWithin),
                first(depth, there.depth), decider);
    }

    private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
        return one == null ? other : one;
    }
}
