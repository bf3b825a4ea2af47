package vn.dondoc.reading.understanding;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.understanding.Rhythms.Entry;

import static org.assertj.core.api.Assertions.assertThat;

class RhythmsTest {

    @Test
    void aDayBeforeItsRhythm() {
        assertThat(read("báo cáo trước ngày 20 hằng tháng")).containsExactly(new Entry("monthly", 20, null, false));
        assertThat(read("gửi báo cáo vào ngày 14 hàng tháng")).containsExactly(new Entry("monthly", 14, null, true));
        assertThat(read("báo cáo chậm nhất ngày 18 hằng quý")).containsExactly(new Entry("quarterly", 18, null, true));
    }

    @Test
    void everyRhythmNamedIsAnEntry() {
        assertThat(read("báo cáo hằng tháng, quý, năm và đột xuất")).extracting(Entry::frequency)
                .containsExactly("monthly", "quarterly", "yearly", "ad-hoc");
        assertThat(read("tổng hợp báo cáo định kỳ (6 tháng, hằng năm) và đột xuất khi cần")).extracting(Entry::frequency)
                .containsExactly("half-yearly", "yearly", "ad-hoc");
        assertThat(read("báo cáo 3 tháng một lần")).extracting(Entry::frequency).containsExactly("quarterly");
    }

    @Test
    void daysInBracketsBelongToTheRhythmBefore() {
        assertThat(read("định kỳ hằng tháng (trước ngày 20), hằng quý (trước ngày 22 của tháng cuối quý), 6 tháng (trước ngày 10/6) và năm (trước ngày 05/12) báo cáo"))
                .containsExactly(new Entry("monthly", 20, null, false), new Entry("quarterly", 22, null, false),
                        new Entry("half-yearly", 10, 6, false), new Entry("yearly", 5, 12, false));
    }

    @Test
    void theReportNamedInBracketsDecides() {
        assertThat(read("nộp báo cáo trước ngày 04/6 hằng năm (báo cáo 06 tháng), trước ngày 02/12 hằng năm (báo cáo năm)"))
                .containsExactly(new Entry("half-yearly", 4, 6, false), new Entry("yearly", 2, 12, false));
    }

    @Test
    void twoDaysInAYearAreTwoHalfYearlyReports() {
        assertThat(read("định kỳ 6 tháng báo cáo trước ngày 12 tháng 6 và trước ngày 03 tháng 12"))
                .containsExactly(new Entry("half-yearly", 12, 6, false), new Entry("half-yearly", 3, 12, false));
    }

    @Test
    void wordsWithoutARhythmAreNone() {
        assertThat(read("báo cáo kịp thời theo quy định")).isEmpty();
        assertThat(read("báo cáo định kỳ theo yêu cầu của tỉnh trong năm 2026")).isEmpty();
    }

    private static List<Entry> read(String clause) {
        return Rhythms.in(Fold.fold(clause));
    }
}
