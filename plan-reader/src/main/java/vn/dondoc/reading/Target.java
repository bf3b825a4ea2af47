package vn.dondoc.reading;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A measured aim: {@code operator} is {@code >=}, {@code <=} or {@code =}; the unit is as printed. */
public record Target(
        @Nullable String group,
        String name,
        String operator,
        BigDecimal value,
        String unit,
        @Nullable String milestone,
        @Nullable String owner,
        Source source,
        double confidence,
        String reason) {
}
