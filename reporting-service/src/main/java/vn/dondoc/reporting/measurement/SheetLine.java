package vn.dondoc.reporting.measurement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A row that holds a figure.
 *
 * @param number as the sheet counts, from 1
 * @param ratio that the value follows from; null where it was told alone
 */
record SheetLine(
        int number, String target, String period, BigDecimal value, @Nullable Ratio ratio, @Nullable BigDecimal weight, @Nullable BigDecimal lastYear,
        boolean estimated, Words words) {}
