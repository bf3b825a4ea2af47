package vn.dondoc.reporting.consolidation;

import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;

/**
 * What is put together, and where.
 *
 * @param commune whose it is; the province where the province consolidates
 * @param owedTo the unit of the province to which rules of several communes owe the same report; null for what one rule or campaign asks for
 */
record Place(UnitId province, UnitId commune, RuleId rule, @Nullable UnitId owedTo, String title, String period) {

    boolean isProvince() {
        return commune.equals(province);
    }

    /** One for each place, rule and period, whoever opens it. */
    String id() {
        return owedTo == null
                ? Ids.derived("consolidation", commune.value(), rule.value(), period)
                : Ids.derived("consolidation", commune.value(), owedTo.value(), title, period);
    }
}
