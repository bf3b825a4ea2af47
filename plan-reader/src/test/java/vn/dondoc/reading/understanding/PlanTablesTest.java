package vn.dondoc.reading.understanding;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.reading.Due;
import vn.dondoc.reading.PlanReader;
import vn.dondoc.reading.Reading;
import vn.dondoc.reading.ReadingResult;
import vn.dondoc.reading.SourceFile;
import vn.dondoc.reading.Target;
import vn.dondoc.reading.Task;
import vn.dondoc.reading.Warning;

import static org.assertj.core.api.Assertions.assertThat;

class PlanTablesTest {

    @Test
    void columnsMayStandInAnyOrderUnderTwoRowsOfHeads() {
        Reading reading = read("""
                Phụ lục II: NHIỆM VỤ NĂM 2026

                | TT | Phân công thực hiện | | Nội dung công việc | Thời hạn | Nhu cầu kinh phí (triệu đồng) | Sản phẩm |
                |---|---|---|---|---|---|---|
                | | Chủ trì | Phối hợp | | | | |
                | (1) | (2) | (3) | (4) | (5) | (6) | (7) |
                | I | | | Tuyên truyền | | | |
                | 1 | Phòng Nội vụ | Công an xã và các thôn | Mở lớp tập huấn | Quý II, Quý IV | 1.250,5 | 02 lớp |
                | 2 | nt | | Phát thanh | Hằng tuần | | |
                """);

        Task first = reading.tasks().getFirst();
        assertThat(reading.tasks()).hasSize(2);
        assertThat(first.title()).isEqualTo("Mở lớp tập huấn");
        assertThat(first.group()).isEqualTo("Tuyên truyền");
        assertThat(first.lead()).containsExactly("Phòng Nội vụ");
        assertThat(first.coordinating()).containsExactly("Công an xã", "các thôn");
        assertThat(first.budgetVnd()).isEqualTo(1_250_500_000L);
        assertThat(first.due()).isEqualTo(new Due.By(LocalDate.of(2026, 12, 31), false, false, true));
        assertThat(reading.tasks().get(1).lead()).isEmpty();
        assertThat(reading.tasks().get(1).due()).isEqualTo(new Due.Recurring("weekly"));
        assertThat(reading.warnings()).extracting(Warning::code).containsExactly("TASK_WITHOUT_LEAD");
    }

    @Test
    void ofABeginningAndAnEndTheEndCounts() {
        Reading reading = read("""
                Phụ lục: PHÂN CÔNG NĂM 2026
                STT\tNhiệm vụ\tĐơn vị\tThời gian bắt đầu\tThời gian kết thúc
                1\tLập danh sách\tCác thôn\t01/3/2026\t15/3/2026
                2\tTổng kết công tác\tTrạm Y tế\t\tQuý IV
                """);

        assertThat(reading.tasks()).extracting(Task::due).containsExactly(
                new Due.By(LocalDate.of(2026, 3, 15), false, false, true), new Due.By(LocalDate.of(2026, 12, 31), false, false, true));
        assertThat(reading.tasks()).extracting(Task::lead).containsExactly(List.of("Các thôn"), List.of("Trạm Y tế"));
    }

    @Test
    void milestonesAndDirectionsOfTargets() {
        Reading reading = read("""
                Phụ lục I: CHỈ TIÊU

                | STT | Tên chỉ tiêu | ĐVT | Thực hiện năm 2025 | Kế hoạch năm 2026 | Đến năm 2030 |
                |---|---|---|---|---|---|
                | A | Kinh tế | | | | |
                | 1 | Hợp tác xã thành lập mới | HTX | 1 | 2 | 10 - 12 |
                | 2 | Tỷ lệ hộ nghèo | % | 1,2 | dưới 1 | 0,5 |
                | 3 | Mức độ số hóa | % | Một phần | Đạt mức khá | 100% |
                """);

        assertThat(reading.targets()).extracting(target -> target.name() + " " + target.operator() + target.value().toPlainString()).containsExactly(
                "Hợp tác xã thành lập mới >=2", "Hợp tác xã thành lập mới >=10", "Tỷ lệ hộ nghèo <=1", "Tỷ lệ hộ nghèo >=0.5", "Mức độ số hóa >=100");
        assertThat(reading.targets()).extracting(Target::group).containsOnly("Kinh tế");
    }

    @Test
    void aRowCarriedOverAPageIsJoined() {
        Reading reading = read("""
                Phụ lục: NHIỆM VỤ NĂM 2026
                TT\tTên nhiệm vụ\tĐơn vị chủ trì\tThời gian hoàn thành
                1\tRà soát danh mục công trình cần sửa\tPhòng Kinh tế\tTháng 5/2026

                \tchữa trước mùa mưa
                TT\tTên nhiệm vụ\tĐơn vị chủ trì\tThời gian hoàn thành
                2\tKiểm tra hồ đập\tTrạm Thủy lợi\tTháng 6/2026
                """);

        assertThat(reading.tasks()).extracting(Task::title).containsExactly("Rà soát danh mục công trình cần sửa chữa trước mùa mưa", "Kiểm tra hồ đập");
    }

    private static Reading read(String text) {
        ReadingResult result = new PlanReader().read(new SourceFile("annex.md", text.getBytes(StandardCharsets.UTF_8)));
        assertThat(result).isInstanceOf(ReadingResult.Read.class);
        return ((ReadingResult.Read) result).reading();
    }
}
