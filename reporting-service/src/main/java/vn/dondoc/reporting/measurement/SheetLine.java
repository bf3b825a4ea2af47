package vn.dondoc.reporting.measurement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A row that holds a figure.
 *
 * @param number as the sheet counts, from 1
 */
record SheetLine(
        int number, String target, String period, BigDecimal value, @Nullable BigDecimal weight, @Nullable BigDecimal lastYear, boolean estimated, Words words) {}
