package vn.dondoc.reporting.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.ShareMoney;

/**
 * A target whose figure follows from the money of tasks, as a share of a budget in percent.
 *
 * @param value what the plan asks for by the operator, in percent
 * @param programme the key of the programme whose tasks count; null for those of its plan
 */
public record TargetShare(
        String operator, BigDecimal value, ShareMoney money, @Nullable String programme, long baseVnd, int baseYear) {}
