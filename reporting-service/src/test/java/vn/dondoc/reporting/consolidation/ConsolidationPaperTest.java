package vn.dondoc.reporting.consolidation;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Consolidations;
import vn.dondoc.contracts.api.Consolidations.Section;
import vn.dondoc.contracts.api.Consolidations.Stage;
import vn.dondoc.contracts.api.Urgings;
import vn.dondoc.contracts.id.ConsolidationId;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.paper.Block;
import vn.dondoc.paper.Paper;

import static org.assertj.core.api.Assertions.assertThat;

class ConsolidationPaperTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 20);
    private static final Urgings.Signing CHAIR = new Urgings.Signing(Urgings.Authority.TM, "ỦY BAN NHÂN DÂN", "CHỦ TỊCH");
    private static final Urgings.Signing DEPUTY = new Urgings.Signing(Urgings.Authority.KT, "CHỦ TỊCH", "PHÓ CHỦ TỊCH");

    private final ConsolidationPaper paper = new ConsolidationPaper(Answers.words());

    @Test
    void aCampaignMayAskForMoreThanSixParts() {
        var laidOut = paper.report(whole(null));

        assertThat(headings(laidOut)).hasSize(9).startsWith("I. Câu 1").endsWith("VII. Câu 7", "VIII. Câu 8", "IX. Câu 9");
        assertThat(laidOut.head().number()).isEqualTo("05/BC-UBND");
        assertThat(laidOut.head().placeAndDate()).endsWith("ngày 20 tháng 3 năm 2026");
    }

    @Test
    void itGoesToWhomTheCommuneOwesTheReportOfThatPeriod() {
        assertThat(paper.report(whole(null)).recipients()).containsExactly("Sở Khoa học và Công nghệ", Answers.words().word("recipients"));
    }

    @Test
    void aCorrectionHasADayAndASignatureOfItsOwn() {
        var signed = correction(DAY.plusDays(4), DEPUTY);
        var laidOut = paper.correction(whole(signed), signed);

        assertThat(headings(laidOut)).hasSize(10).endsWith("IX. Câu 8", "X. Câu 9");
        assertThat(laidOut.head().number()).isNull();
        assertThat(laidOut.head().placeAndDate()).endsWith("ngày 24 tháng 3 năm 2026");
        assertThat(laidOut.signature().authority()).containsExactly("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH");

        var waiting = correction(null, null);
        var unsigned = paper.correction(whole(waiting), waiting);
        assertThat(unsigned.head().placeAndDate()).as("it is left blank").doesNotContain("2026");
        assertThat(unsigned.signature().authority()).as("whoever is competent now").containsExactly("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH");
        var former = correction(DAY, null);
        assertThat(paper.correction(whole(former), former).signature().authority()).containsExactly("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH");
    }

    private static List<String> headings(Paper laidOut) {
        return laidOut.body().stream().filter(Block.Line.class::isInstance).map(Block.Line.class::cast).filter(line -> line.look() == Block.Look.HEADING)
                .map(Block.Line::text).toList();
    }

    private static Consolidations.Correction correction(@Nullable LocalDate on, Urgings.@Nullable Signing by) {
        return new Consolidations.Correction(
                1, DAY.plusDays(3), on, List.of(new Consolidations.CorrectedReport(new ReportId("r"), new UnitId("u"), "Thôn A", null, 2)), List.of(), sections(), by);
    }

    private static List<Section> sections() {
        return IntStream.rangeClosed(1, 9).mapToObj(at -> new Section(
                "question-" + at, "Câu " + at, List.of(), "Trả lời " + at, null, null, 0, null, null, false, null, false)).toList();
    }

    private static Consolidations.Consolidation whole(Consolidations.@Nullable Correction correction) {
        var corrections = correction == null ? List.<Consolidations.Correction>of() : List.of(correction);
        var summary = new Consolidations.Summary(
                new ConsolidationId("c"), Stage.ISSUED, new UnitId("xa"), "Xã Thượng Thử", new RuleId("r"), "2026-03", "Báo cáo tháng", 1, 1, corrections.size(),
                DAY, "5/BC-UBND", DAY, null);
        return new Consolidations.Consolidation(
                summary, 1, List.of(), List.of(), sections(), corrections, CHAIR, correction == null ? List.of() : List.of(DEPUTY, CHAIR), null, null,
                List.of(up("2026-03", "Sở Khoa học và Công nghệ"), up("2026-Q1", "Sở Tài chính"), up("2026-02", "Sở Nội vụ")), List.of(), List.of());
    }

    private static Consolidations.Upward up(String period, String owedTo) {
        return new Consolidations.Upward(new ReportId("up-" + period), "Báo cáo", period, owedTo, DAY);
    }
}
