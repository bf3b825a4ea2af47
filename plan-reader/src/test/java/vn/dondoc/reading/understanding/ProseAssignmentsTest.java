package vn.dondoc.reading.understanding;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.reading.Due;
import vn.dondoc.reading.Duty;
import vn.dondoc.reading.Reading;
import vn.dondoc.reading.Reporting;
import vn.dondoc.reading.Task;
import vn.dondoc.reading.text.TextDocument;

import static org.assertj.core.api.Assertions.assertThat;

/** Work assigned in sentences: where the names end and the work begins. */
class ProseAssignmentsTest {

    @Test
    void beforeAndAfterInsideANameAreNoWordsOfTime() {
        Task task = only("Giao Thôn Bãi Trước chủ trì, phối hợp với Thôn Bãi Sau dọn bãi tắm ở Thôn Bãi Trước trước ngày 15/6/2026.");

        assertThat(task.lead()).containsExactly("Thôn Bãi Trước");
        assertThat(task.coordinating()).containsExactly("Thôn Bãi Sau");
        assertThat(task.title()).isEqualTo("Dọn bãi tắm ở Thôn Bãi Trước");
        assertThat(task.due()).isEqualTo(new Due.By(LocalDate.of(2026, 6, 14), false, false, false));
    }

    @Test
    void aSmallWordOfTimeAfterANameEndsIt() {
        assertThat(Units.extent("Thôn Bãi Sau trước ngày 15/6/2026", 0)).isEqualTo("Thôn Bãi Sau".length());
        assertThat(Units.extent("Trạm Y tế sau khi tiếp nhận thuốc", 0)).isEqualTo("Trạm Y tế".length());
    }

    @Test
    void aUnitNamedBeforeAndItsDeadlineInBrackets() {
        Task task = only("Lắp loa truyền thanh (Thôn Bãi Trước, trước ngày 15/5/2026).");

        assertThat(task.title()).isEqualTo("Lắp loa truyền thanh");
        assertThat(task.lead()).containsExactly("Thôn Bãi Trước");
        assertThat(task.due()).isEqualTo(new Due.By(LocalDate.of(2026, 5, 14), false, false, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cấp phát thuốc", "cấp căn cước tại nhà", "hoàn chỉnh hồ sơ", "thử đường truyền", "thống nhất lịch trực", "tham mưu văn bản", "xây dựng phương án",
        "rà soát số liệu", "tổ chức lớp học", "triển khai phần mềm", "ban hành quy chế", "trình dự toán", "lập danh sách", "hướng dẫn hộ dân", "kiểm tra cơ sở", "đôn đốc tiến độ",
        "tổng hợp kết quả", "thẩm định giá", "bố trí bãi xe", "lắp đặt biển báo", "sửa chữa mái che", "cập nhật dữ liệu", "số hoá sổ sách", "tập huấn cán bộ", "tuyên truyền lưu động",
        "công khai thủ tục", "niêm yết lịch họp", "phê duyệt danh mục", "bàn giao thiết bị", "nghiệm thu đường ống", "mua sắm máy tính", "thành lập tổ xung kích", "kiện toàn tổ hòa giải",
        "lựa chọn nhà thầu", "ký cam kết", "thí điểm mô hình", "nâng cấp đèn đường", "vận hành trạm bơm", "khảo sát nhu cầu", "thống kê hộ nuôi", "đánh giá mức độ"})
    void theWorkBeginsWhereTheListOfUnitsEnds(String work) {
        for (String helper : List.of("Công an xã", "Thôn Bãi Dâu", "Phòng Văn hoá - Xã hội", "Trung tâm Phục vụ hành chính công", "các thôn")) {
            Task task = only("Giao Trạm Y tế chủ trì, phối hợp với Hội Nông dân xã, " + helper + " " + work + " trước ngày 20/8/2026.");

            assertThat(task.lead()).containsExactly("Trạm Y tế");
            assertThat(task.coordinating()).containsExactly("Hội Nông dân xã", helper);
            assertThat(task.title()).isEqualToIgnoringCase(work);
        }
    }

    /** "vót", "chằng", "rải" are in no list of words: the name before them is whole. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Thôn Bãi Sau | vót cọc tiêu", "Tổ dân phố số 4 | chằng néo mái tôn", "Trường Tiểu học Hòa Lạc | vót cọc tiêu", "Công an xã | chằng néo mái tôn", "Trường THCS Phố Mây | rải cát",
        "Hội Nông dân | vót cọc tiêu", "Văn phòng HĐND và UBND | rải cát", "các đơn vị liên quan | rải cát", "Trưởng các thôn | rà bom mìn", "Ban Quản lý chợ Bãi Trước | quây rào", "đồng chí Lê Văn Sau | rải cát"})
    void aWholeNameEndsBeforeAnySmallWord(String helper, String work) {
        Task task = only("Giao Phòng Nội vụ chủ trì, phối hợp với " + helper + " " + work + " trước ngày 20/8/2026.");

        assertThat(task.coordinating()).containsExactly(helper);
        assertThat(task.title()).isEqualToIgnoringCase(work);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Phòng Kinh tế, Hạ tầng và Đô thị", "Trung tâm Văn hóa, Thông tin và Truyền thông", "Phòng Giáo dục và Đào tạo", "Tổ Kinh tế hợp tác", "Trường Mầm non Hoa Mai",
        "Ban Chỉ đạo chuyển đổi số xã", "Bộ phận Tiếp nhận và trả kết quả xã", "Tổ công nghệ số cộng đồng Thôn Bãi Sau", "Chi hội Nông dân Thôn Bãi Trước"})
    void namesStayWholeInASentence(String name) {
        Task led = only("Giao " + name + " chủ trì, phối hợp với Công an xã kẻ vạch sơn trước ngày 20/8/2026.");
        Task helped = only("Giao Công an xã chủ trì, phối hợp với " + name + ", Trạm Y tế kẻ vạch sơn trước ngày 20/8/2026.");

        assertThat(led.lead()).containsExactly(name);
        assertThat(helped.coordinating()).containsExactly(name, "Trạm Y tế");
        assertThat(List.of(led.title(), helped.title())).containsOnly("Kẻ vạch sơn");
    }

    @Test
    void whoIsGivenTheWorkLeadsIt() {
        Task task = only("UBND xã giao Phòng Nội vụ chủ trì, cùng các thôn Bãi Trước, Bãi Sau bầu tổ trưởng; thời gian hoàn thành trước ngày 30/7/2026.");

        assertThat(task.lead()).containsExactly("Phòng Nội vụ");
        assertThat(task.coordinating()).containsExactly("các thôn Bãi Trước", "Bãi Sau");
        assertThat(task.title()).isEqualTo("Bầu tổ trưởng");
    }

    @Test
    void theIssuerEndsAtTheFirstPlanThatItMakes() {
        assertThat(read("UBND xã An Bình ban hành Kế hoạch cấp nước và triển khai Kế hoạch trồng cây như sau:").document().issuer()).isEqualTo("UBND xã An Bình");
        assertThat(read("Ban Chỉ đạo triển khai Đề án 06 xã An Bình xây dựng Kế hoạch cấp nước như sau:").document().issuer()).isEqualTo("Ban Chỉ đạo triển khai Đề án 06 xã An Bình");
    }

    @Test
    void aBulletThatOnlySetsReportsIsNoTask() {
        Reading reading = read("III. TỔ CHỨC THỰC HIỆN", "1. Phòng Nội vụ", "- Tổng hợp báo cáo UBND xã trước ngày 06/6 (báo cáo 6 tháng) và trước ngày 02/12 (báo cáo năm).",
                "- Nghiệm thu trạm bơm trước ngày 15/11/2026; báo cáo kết quả hằng tháng.", "- Gửi báo cáo năm 2025 trước ngày 20/2/2026.");

        assertThat(reading.reporting()).extracting(Reporting::frequency).containsExactly("half-yearly", "yearly", "monthly");
        assertThat(reading.tasks()).extracting(Task::due).containsExactly(
                new Due.By(LocalDate.of(2026, 11, 14), false, false, false), new Due.By(LocalDate.of(2026, 2, 19), false, false, false));
        assertThat(reading.duties()).extracting(Duty::unit).containsExactly("Phòng Nội vụ", "Phòng Nội vụ", "Phòng Nội vụ");
    }

    private static Task only(String sentence) {
        List<Task> tasks = read("I. NHIỆM VỤ", "1. " + sentence).tasks();
        assertThat(tasks).hasSize(1);
        return tasks.getFirst();
    }

    private static Reading read(String... paragraphs) {
        TextDocument.Builder document = new TextDocument.Builder();
        for (String head : List.of("Số: 01/KH-UBND", "An Bình, ngày 05 tháng 01 năm 2026", "KẾ HOẠCH", "Công tác năm 2026")) {
            document.paragraph(head);
        }
        for (String paragraph : paragraphs) {
            document.paragraph(paragraph);
        }
        return Interpreter.read(document.build());
    }
}
