package vn.dondoc.console.measurement;

import java.math.BigDecimal;
import java.util.List;
import vn.dondoc.contracts.api.Targets;

/** One period of the chart, and of the table that it draws. */
public record Point(String period, BigDecimal value, boolean estimated) {

    /** What holds of each period, oldest first. */
    static List<Point> of(Targets.Target target) {
        return target.measurements().stream()
                .filter(Targets.Measurement::holds)
                .map(one -> new Point(one.figure().period(), one.figure().value(), one.figure().estimated()))
                .sorted((one, other) -> one.period().compareTo(other.period()))
                .toList();
    }
}
