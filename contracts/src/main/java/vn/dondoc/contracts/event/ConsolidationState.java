package vn.dondoc.contracts.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.ConsolidationId;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;

/**
 * Reports put together, as it is after an event; their words are no part of it.
 *
 * @param commune whose it is; the province where the province consolidates
 * @param asked how many reports are expected; {@code received} how many of them are in it
 * @param number of the clerk's register; null while it is not issued
 * @param corrections how many were signed
 * @param fulfils the report to the province that it answers; null where it answers none
 * @param presentedOn since when it waits for a signature; null where it does not
 */
public record ConsolidationState(
        ConsolidationId id,
        UnitId province,
        UnitId commune,
        RuleId rule,
        String period,
        String title,
        Integer asked,
        Integer received,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        Integer corrections,
        @Nullable ReportId fulfils,
        @Nullable LocalDate presentedOn) {}
