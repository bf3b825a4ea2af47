package vn.dondoc.reporting.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.TargetId;
import vn.dondoc.contracts.id.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

class ConsolidatingTest {

    private static final RuleId RULE = new RuleId("r");
    private static final Reports.Question HOUSEHOLDS = new Reports.Question("Số hộ", true);

    @Test
    void eachPieceNamesItsOriginAndWhatIsMissingIsMissing() {
        var figure = new Reports.FigureLine(new TargetId("ct"), "Tỷ lệ", ">=", new BigDecimal("80"), "%", new BigDecimal("81.5"), true, null);
        var together = together(
                read("a", new Reports.Submission(false, "Đã tập huấn 1.200 hộ. Đã lắp 3 điểm. Đang rà soát.", "Thiếu kinh phí", null, null, List.of("Cần biên chế"), null, List.of(figure), null, null)),
                read("b", new Reports.Submission(true, null, null, null, null)),
                read("c", null));

        assertThat(together.asked()).isEqualTo(3);
        assertThat(together.received()).isEqualTo(2);
        assertThat(together.missing()).extracting(Tasks.UnitName::name).containsExactly("Phòng c");
        assertThat(together.nothing()).extracting(Tasks.UnitName::name).containsExactly("Phòng b");
        assertThat(together.sections()).extracting(Reports.ConsolidatedSection::name).containsExactly("results", "difficulties", "matters");
        assertThat(together.sections().getFirst().draft()).isEqualTo("- Phòng a: Đã tập huấn 1.200 hộ. Đã lắp 3 điểm.");
        assertThat(together.sections().getFirst().said()).extracting(Reports.Said::report).containsExactly(new ReportId("a"));
        assertThat(together.figures()).singleElement().satisfies(one -> assertThat(one.report()).isEqualTo(new ReportId("a")));
    }

    @Test
    void aSumLeavesOutWhoDidNotAnswer() {
        var together = new Consolidating(RULE, "2026-03-10", List.of(read("a", answered("12,5")), read("b", answered("30")), read("c", answered(null)), read("d", null)))
                .together(List.of(HOUSEHOLDS, new Reports.Question("Vướng mắc", false)));

        assertThat(together.answers().getFirst().sum()).isEqualByComparingTo("42.5");
        assertThat(together.answers().getFirst().missing()).isEqualTo(2);
        assertThat(together.answers().getLast().sum()).isNull();
        assertThat(new Consolidating(RULE, "x", List.of(read("d", null))).together(List.of(HOUSEHOLDS)).answers().getFirst().sum()).as("no zero that nobody told").isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Xong | Xong", "Một. Hai. Ba. | Một. Hai.", "Ngày 15.3 họp; giao 2.000 việc. Hết. Nữa | Ngày 15.3 họp; giao 2.000 việc.", "Dòng một/vẫn một. Hai | Dòng một vẫn một. Hai"
    })
    void theBeginningIsWordForWord(String text, String beginning) {
        assertThat(Extract.beginning(text.replace("/", "\n"))).isEqualTo(beginning);
    }

    @Test
    void aVeryLongSentenceEndsAtAWord() {
        assertThat(Extract.beginning("từ ".repeat(300))).hasSizeLessThanOrEqualTo(401).endsWith("từ…");
        assertThat(Extract.beginning("x".repeat(1000))).hasSize(401);
    }

    private static Reports.Consolidated together(Consolidating.Read... reports) {
        return new Consolidating(RULE, "2026-03", List.of(reports)).together(List.of());
    }

    private static Reports.Submission answered(String number) {
        return new Reports.Submission(false, "x", null, null, null, null, null, null, List.of(new Reports.QuestionAnswer("Số hộ", number)), null);
    }

    private static Consolidating.Read read(String unit, Reports.Submission answer) {
        var day = LocalDate.of(2026, 3, 14);
        var summary = new Reports.ObligationSummary(
                new ReportId(unit), new PlanId("p"), new UnitId("xa"), "Xã", new UnitId(unit), "Phòng " + unit, new UnitId("vp"), "VP", "Báo cáo tháng", "2026-03", day, day, null,
                ReportStatus.SUBMITTED, false, day, false, RULE, null, null, false, false, null);
        return new Consolidating.Read(summary, answer);
    }
}
