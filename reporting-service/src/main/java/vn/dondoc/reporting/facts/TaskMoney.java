package vn.dondoc.reporting.facts;

import org.jspecify.annotations.Nullable;

/**
 * The money of a task in dong, and the row it stands in.
 *
 * @param plannedVnd null where it counts elsewhere or nobody told any
 * @param disbursedVnd null where nothing was told
 * @param programme the key of its programme; null without one
 * @param spelled its programme as people named it; null without one
 */
public record TaskMoney(
        @Nullable Long plannedVnd, @Nullable Long disbursedVnd, @Nullable String programme, @Nullable String spelled, @Nullable String ordinal, String title) {}
