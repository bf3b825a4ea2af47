package vn.dondoc.contracts.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The further days of one expected report, all computed when its period opened. Days are days in Asia/Ho_Chi_Minh.
 *
 * @param dataFrom the first day that its data are about; {@code dataTo} the last one
 * @param countsUntil the last day on which what is sent still counts as in time; null where that is the last day itself
 * @param lockedFrom the first day on which the unit cannot send it any more; null where it always can
 * @param firstLastDay the last day as it was before anybody extended it; null where nobody did
 * @param legalBasis what orders the report; null where the plan alone does
 */
public record ReportBounds(
        @Nullable LocalDate dataFrom,
        @Nullable LocalDate dataTo,
        @Nullable LocalDate countsUntil,
        @Nullable LocalDate lockedFrom,
        @Nullable LocalDate firstLastDay,
        @Nullable String legalBasis) {

    public static final ReportBounds NONE = new ReportBounds(null, null, null, null, null, null);

    /** The same after somebody extended it, who kept the first day. */
    public ReportBounds extended(LocalDate before, long days) {
        return new ReportBounds(
                dataFrom, dataTo, countsUntil == null ? null : countsUntil.plusDays(days), lockedFrom == null ? null : lockedFrom.plusDays(days),
                firstLastDay == null ? before : firstLastDay, legalBasis);
    }
}
