package vn.dondoc.plan.published;

import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.DraftId;
import vn.dondoc.contracts.id.PlanId;

/**
 * Where a plan comes from and what it belongs to.
 *
 * @param source the draft whose heading, duties and recipients are the plan's
 * @param numberKey its number as others cite it, folded; null where it has none
 * @param parent the plan above it, once somebody has named it
 */
public record Lineage(DraftId source, @Nullable String numberKey, @Nullable PlanId parent) {}
