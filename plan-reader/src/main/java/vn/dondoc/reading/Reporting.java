package vn.dondoc.reading;

import org.jspecify.annotations.Nullable;

/**
 * A report that is expected again and again.
 *
 * @param frequency weekly, monthly, quarterly, half-yearly, nine-monthly, yearly or ad-hoc
 * @param before the printed day, null where none is given
 * @param inclusive whether the printed day is itself in time ("trước ngày 15" excludes the 15th); null without a day
 */
public record Reporting(
        String frequency,
        @Nullable ReportDay before,
        @Nullable Boolean inclusive,
        @Nullable String reporter,
        @Nullable String recipient,
        Source source,
        double confidence,
        String reason) {
}
