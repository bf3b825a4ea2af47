package vn.dondoc.contracts.event;

import org.jspecify.annotations.Nullable;

/**
 * A target that is computed: what tasks cost, as a share of a budget in percent.
 *
 * @param money which money of the tasks counts
 * @param programme the tasks of that programme in the commune count ("NQ 57"); null for those of the target's own plan
 * @param baseVnd the whole budget in dong
 * @param baseYear the year it is the budget of
 * @param baseNumber 1 for the first amount, one more with each correction
 */
public record BudgetShare(ShareMoney money, @Nullable String programme, Long baseVnd, Integer baseYear, Integer baseNumber) {}
