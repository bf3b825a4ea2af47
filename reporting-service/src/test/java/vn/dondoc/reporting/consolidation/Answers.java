package vn.dondoc.reporting.consolidation;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.event.TargetArithmetic;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.TargetId;
import vn.dondoc.contracts.id.UnitId;

/** Answers of units, as tests need them. */
final class Answers {

    private Answers() {}

    static DocumentWords words() {
        var bundle = new ResourceBundleMessageSource();
        bundle.setBasename("messages");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        return new DocumentWords(bundle);
    }

    static Reports.FigureLine figure(TargetArithmetic arithmetic, String value, String weight) {
        return new Reports.FigureLine(
                new TargetId("ct-" + arithmetic.code()), "Số liệu " + arithmetic.code(), ">=", BigDecimal.TEN, "hộ", value == null ? null : new BigDecimal(value), false, null,
                arithmetic, weight == null ? null : new BigDecimal(weight));
    }

    static Reports.Submission answer(String results, Reports.FigureLine... figures) {
        return new Reports.Submission(false, results, null, null, List.of(), List.of(), null, List.of(figures), List.of(), null);
    }

    /** A report in that version; 0 for none. */
    static Asked asked(String unit, long version, Kind... owes) {
        return new Asked(
                new ReportId("r-" + unit), new UnitId(unit), "Thôn " + unit, version == 0 ? null : version, false, List.of(owes).stream().map(Kind::key).toList());
    }

    static Taken taken(String unit, Reports.Submission answer, Kind... owes) {
        return new Taken(asked(unit, answer == null ? 0 : 2, owes), answer);
    }
}
