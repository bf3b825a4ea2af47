package vn.dondoc.reporting.consolidation;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.event.TargetArithmetic;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.TargetId;
import vn.dondoc.platform.web.Folded;

/**
 * A figure that several reports tell: the same name, unit and arithmetic make it the same.
 *
 * @param target the first that it was met as; null for a question of a campaign
 */
record Kind(
        String key, String name, String unit, TargetArithmetic arithmetic, @Nullable TargetId target, @Nullable String operator,
        @Nullable BigDecimal goal) {

    private static final String QUESTION = "question-";

    static Kind of(Reports.FigureLine line) {
        var arithmetic = Objects.requireNonNullElse(line.arithmetic(), TargetArithmetic.LATEST);
        return new Kind(keyOf(line), line.name(), line.unit(), arithmetic, line.target(), line.operator(), line.goal());
    }

    static Kind ofQuestion(int at, String text) {
        return new Kind(QUESTION + at, text, "", TargetArithmetic.SUM, null, null, null);
    }

    /** Answers from before the arithmetic was kept are not added up. */
    static String keyOf(Reports.FigureLine line) {
        var arithmetic = Objects.requireNonNullElse(line.arithmetic(), TargetArithmetic.LATEST);
        return Ids.derived("figure", String.join(" ", Folded.words(line.name())), Folded.fold(line.unit().strip()), arithmetic.code());
    }
}
