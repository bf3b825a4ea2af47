package vn.dondoc.reporting.consolidation;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Consolidations.Said;
import vn.dondoc.contracts.event.TargetArithmetic;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.reporting.consolidation.Answers.answer;
import static vn.dondoc.reporting.consolidation.Answers.figure;
import static vn.dondoc.reporting.consolidation.Answers.taken;

class DraftingTest {

    private final Drafting drafting = new Drafting(Answers.words());

    @Test
    void sentencesAreWordForWordThoseWithFiguresFirstAndTheSameOnesOnce() {
        var draft = drafting.of("difficulties", List.of(
                said("A", "Thiếu máy tính. Còn 1.200 hộ ở xa; ngày 15.3 mới họp được. Thiếu kinh phí."), said("B", "thiếu kinh phí.\nĐường xa")), List.of());

        assertThat(draft).isEqualTo("""
                - Thôn A: Còn 1.200 hộ ở xa; ngày 15.3 mới họp được. Thiếu máy tính.
                - Thôn A, Thôn B: Thiếu kinh phí.
                - Thôn B: Đường xa""");
    }

    @Test
    void theResultsBeginWithTheFiguresAndSayWhoIsMissingInThem() {
        var kinds = List.of(Kind.of(figure(TargetArithmetic.SUM, "1", null)), Kind.of(figure(TargetArithmetic.LATEST, "1", null)), Kind.of(figure(TargetArithmetic.YES_NO, "1", null)));
        var figures = Reckoning.of(kinds, List.of(
                taken("A", answer("x", figure(TargetArithmetic.SUM, "1200", null), figure(TargetArithmetic.LATEST, "61.5", null), figure(TargetArithmetic.YES_NO, "1", null))),
                taken("B", answer("x", figure(TargetArithmetic.SUM, "34.5", null), figure(TargetArithmetic.LATEST, "80", null), figure(TargetArithmetic.YES_NO, "0", null))),
                taken("C", null, kinds.getFirst())));

        assertThat(drafting.of(Saying.RESULTS, List.of(said("A", "Đã họp.")), figures)).isEqualTo("""
                - Số liệu sum: 1.234,5 hộ (cộng 2 đơn vị; chưa có số liệu của: Thôn C).
                - Số liệu latest: Thôn A 61,5 hộ, Thôn B 80 hộ (không cộng được giữa các đơn vị).
                - Số liệu yes-no: 1/2 đạt.
                - Thôn A: Đã họp.""");
    }

    @Test
    void aFigureThatNobodyToldIsNoZero() {
        var kind = Kind.of(figure(TargetArithmetic.SUM, "1", null));

        assertThat(drafting.of(Saying.RESULTS, List.of(), Reckoning.of(List.of(kind), List.of(taken("A", null, kind)))))
                .isEqualTo("- Số liệu sum: chưa có (chưa đơn vị nào báo cáo; chưa có số liệu của: Thôn A).");
    }

    @Test
    void ofVeryManyLessIsTakenRatherThanSomeLeftOut() {
        var many = java.util.stream.IntStream.range(0, 100).mapToObj(i -> said("số " + i, ("Câu dài số " + i + " của đơn vị này. ").repeat(3) + "Nữa là " + "dài ".repeat(20) + i + ".")).toList();

        var draft = drafting.of("proposals", many, List.of());

        assertThat(draft.length()).isLessThanOrEqualTo(Drafting.LONGEST);
        assertThat(draft.lines()).hasSize(100);
    }

    private static Said said(String unit, String text) {
        return new Said(new UnitId("u"), "Thôn " + unit, new ReportId("r"), 2, text);
    }
}
