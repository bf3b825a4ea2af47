package vn.dondoc.reading.understanding;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.reading.Due;
import vn.dondoc.reading.Duty;
import vn.dondoc.reading.Reading;
import vn.dondoc.reading.Target;
import vn.dondoc.reading.Task;
import vn.dondoc.reading.Warning;
import vn.dondoc.reading.text.TextDocument;

import static org.assertj.core.api.Assertions.assertThat;

/** The layouts in which plans give work, each in a few invented lines. */
class LayoutsTest {

    @Test
    void pointsUnderOneBlockAreTheTasksAndInheritIt() {
        Reading reading = read("II. NHIỆM VỤ", "1. Rà soát văn bản", "a) Lập danh mục văn bản hết hiệu lực;", "b) Kiến nghị sửa đổi, bổ sung;",
                "Cơ quan chủ trì: Phòng Nội vụ.", "Thời gian thực hiện: Quý II/2026.");

        assertThat(reading.tasks()).extracting(Task::title).containsExactly("Lập danh mục văn bản hết hiệu lực", "Kiến nghị sửa đổi, bổ sung");
        assertThat(reading.tasks()).allSatisfy(task -> {
            assertThat(task.lead()).containsExactly("Phòng Nội vụ");
            assertThat(task.due()).isEqualTo(by(2026, 6, 30));
        });
    }

    @Test
    void leadAndHelpersInOneListUnderTheirHeading() {
        Reading reading = read("I. NHIỆM VỤ", "1. Nâng cấp đường truyền", "* Cơ quan chủ trì, phối hợp:", "- Chủ trì: Phòng Kinh tế;",
                "- Phối hợp: Công an xã, các thôn.", "* Thời gian hoàn thành: tháng 7/2026.");

        Task task = reading.tasks().getFirst();
        assertThat(reading.tasks()).hasSize(1);
        assertThat(task.lead()).containsExactly("Phòng Kinh tế");
        assertThat(task.coordinating()).containsExactly("Công an xã", "các thôn");
        assertThat(task.due()).isEqualTo(by(2026, 7, 31));
    }

    @Test
    void assignmentsInProse() {
        Reading reading = read("1. Về thu ngân sách", "a) Giao Phòng Kinh tế chủ trì, phối hợp với Công an xã rà soát các khoản thu, hoàn thành trước ngày 25/3/2026.",
                "b) Yêu cầu Trạm Y tế lập danh sách người cao tuổi trong 05 ngày làm việc.");

        assertThat(reading.tasks()).extracting(Task::title).containsExactly("Rà soát các khoản thu", "Lập danh sách người cao tuổi");
        assertThat(reading.tasks().getFirst().lead()).containsExactly("Phòng Kinh tế");
        assertThat(reading.tasks().getFirst().coordinating()).containsExactly("Công an xã");
        assertThat(reading.tasks().getFirst().due()).isEqualTo(new Due.By(LocalDate.of(2026, 3, 24), false, false, false));
        assertThat(codes(reading)).contains("DUE_UNREADABLE").doesNotContain("TASK_WITHOUT_DUE");
    }

    @Test
    void theNextSentenceMaySayWhoAndWhen() {
        Task task = read("II. NỘI DUNG", "1. Biên soạn tài liệu. Trạm Y tế phối hợp với Đoàn Thanh niên xã thực hiện trong quý II/2026.",
                "2. In ấn tài liệu (Phòng Nội vụ).").tasks().getFirst();

        assertThat(task.title()).isEqualTo("Biên soạn tài liệu");
        assertThat(task.lead()).containsExactly("Trạm Y tế");
        assertThat(task.coordinating()).containsExactly("Đoàn Thanh niên xã");
        assertThat(task.due()).isEqualTo(by(2026, 6, 30));
    }

    @Test
    void numberedWorkWithoutAMarkOfAList() {
        Reading reading = read("II. NHIỆM VỤ", "Nhiệm vụ 1: Quán triệt văn bản mới.", "- Cơ quan chủ trì: Phòng Nội vụ.", "- Thời gian: Xong trong tháng 6/2026.",
                "Nhiệm vụ 2: Tổng kết.", "- Cơ quan chủ trì: Công an xã.");

        assertThat(reading.tasks()).extracting(Task::lead).containsExactly(List.of("Phòng Nội vụ"), List.of("Công an xã"));
    }

    @Test
    void aMonthHeadingIsTheDueOfItsItems() {
        Reading reading = read("II. CHƯƠNG TRÌNH CÔNG TÁC", "Tháng 3/2026", "1. Họp phiên thứ nhất (Văn phòng HĐND và UBND).", "2. Kiểm tra cơ sở (Công an xã chủ trì, các thôn phối hợp).",
                "Quý II/2026", "1. Tập huấn cán bộ thôn (Phòng Nội vụ, trước ngày 15/5/2026).");

        assertThat(reading.tasks()).extracting(Task::due).containsExactly(by(2026, 3, 31), by(2026, 3, 31), new Due.By(LocalDate.of(2026, 5, 14), false, false, false));
        assertThat(reading.tasks()).extracting(Task::lead).containsExactly(List.of("Văn phòng HĐND và UBND"), List.of("Công an xã"), List.of("Phòng Nội vụ"));
    }

    @Test
    void underTheHeadingOfAUnitWorkIsItsOwnUnlessItOnlyTakesPart() {
        Reading reading = read("II. NHIỆM VỤ CỤ THỂ", "1. Công an xã", "- Tuần tra ban đêm (thường xuyên).", "- Phối hợp với Phòng Nội vụ rà soát hộ khẩu, xong trước 30/4/2026.");

        assertThat(reading.tasks()).extracting(Task::lead).containsExactly(List.of("Công an xã"), List.of("Phòng Nội vụ"));
        assertThat(reading.tasks().get(1).coordinating()).containsExactly("Công an xã");
    }

    @Test
    void inThePartOnCarryingOutWorkWithADateIsADutyToo() {
        Reading reading = read("III. TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế, cơ quan thường trực Ban Chỉ đạo, có trách nhiệm:", "- Theo dõi tiến độ chung.",
                "- Gửi dự toán về Sở Tài chính trước ngày 15/10/2026.", "2. Đề nghị Hội Nông dân xã", "Vận động hội viên tham gia./.");

        assertThat(reading.duties()).extracting(Duty::unit).containsExactly("Phòng Kinh tế", "Phòng Kinh tế", "Hội Nông dân xã");
        assertThat(reading.duties().getLast().text()).isEqualTo("Vận động hội viên tham gia.");
        assertThat(reading.tasks()).extracting(Task::title).containsExactly("Gửi dự toán về Sở Tài chính");
    }

    @Test
    void datesOfCitationsAndObjectivesAreNoDeadlines() {
        Reading reading = read("I. MỤC TIÊU", "- Đến hết năm 2026 có 80% hộ dân dùng nước sạch.", "II. NHIỆM VỤ",
                "1. Thực hiện Nghị quyết số 12/NQ-HĐND ngày 15/7/2025 của HĐND xã.", "2. Rà soát theo Công văn số 5/UBND-VP ngày 01/02/2026 của UBND tỉnh.");

        assertThat(reading.tasks()).isEmpty();
        assertThat(reading.targets()).hasSize(1);
        assertThat(reading.legalBases()).extracting(basis -> basis.number() + " " + basis.date()).containsExactly("12/NQ-HĐND 2025-07-15", "5/UBND-VP 2026-02-01");
    }

    @Test
    void objectivesInTextAreNamedByTheirBullets() {
        Reading reading = read("I. MỤC TIÊU", "1. Về kinh tế", "- Thu nhập bình quân đạt 65 triệu đồng/người/năm.", "- Tỷ lệ hộ nghèo giảm xuống dưới 1,5%.",
                "- Trồng mới 50 ha rừng sản xuất.", "- Giảm 30% thời gian giải quyết hồ sơ.", "- Tối thiểu 90% hồ sơ nộp trực tuyến; tỷ lệ trễ hạn không quá 2% (theo Quyết định số 7/QĐ-UBND).", "- Tăng trưởng hai con số.");

        assertThat(reading.targets()).extracting(Target::name, target -> target.operator() + target.value().toPlainString(), Target::unit).containsExactly(
                org.assertj.core.groups.Tuple.tuple("Thu nhập bình quân", ">=65", "triệu đồng/người/năm"),
                org.assertj.core.groups.Tuple.tuple("Tỷ lệ hộ nghèo", "<=1.5", "%"),
                org.assertj.core.groups.Tuple.tuple("Trồng mới 50 ha rừng sản xuất", ">=50", "ha"),
                org.assertj.core.groups.Tuple.tuple("Giảm 30% thời gian giải quyết hồ sơ", ">=30", "%"),
                org.assertj.core.groups.Tuple.tuple("Hồ sơ nộp trực tuyến", ">=90", "%"),
                org.assertj.core.groups.Tuple.tuple("tỷ lệ trễ hạn", "<=2", "%"));
        assertThat(reading.targets()).allSatisfy(target -> assertThat(target.group()).isEqualTo("Về kinh tế"));
    }

    @Test
    void anAnnouncedNumberIsComparedWithTheGroups() {
        Reading reading = read("I. CHỈ TIÊU", "Kế hoạch đề ra 02 nhóm, với 10 chỉ tiêu cụ thể:", "- Nhóm kinh tế: 04 chỉ tiêu;", "- Nhóm xã hội: 05 chỉ tiêu.");

        assertThat(reading.warnings()).filteredOn(warning -> warning.code().equals("DECLARED_COUNT_MISMATCH"))
                .singleElement().satisfies(warning -> assertThat(warning.arguments()).contains("10", "9"));
    }

    @Test
    void annexesThatAreReferredToMustBeThere() {
        assertThat(codes(read("II. NHIỆM VỤ", "Chi tiết tại Phụ lục I, II kèm theo."))).filteredOn("ANNEX_MISSING"::equals).hasSize(2);
        assertThat(codes(read("II. NHIỆM VỤ", "Chi tiết tại Phụ lục 1.", "Phụ lục I: DANH MỤC", "1. Việc thứ nhất"))).doesNotContain("ANNEX_MISSING");
        assertThat(codes(read("II. NHIỆM VỤ", "Theo Phụ lục I ban hành kèm theo Nghị định số 30/2020/NĐ-CP."))).doesNotContain("ANNEX_MISSING");
    }

    private static Due.By by(int year, int month, int day) {
        return new Due.By(LocalDate.of(year, month, day), false, false, true);
    }

    private static List<String> codes(Reading reading) {
        return reading.warnings().stream().map(Warning::code).toList();
    }

    private static Reading read(String... paragraphs) {
        TextDocument.Builder document = new TextDocument.Builder();
        for (String head : List.of("UBND XÃ AN BÌNH", "Số: 01/KH-UBND", "An Bình, ngày 05 tháng 01 năm 2026", "KẾ HOẠCH", "Công tác năm 2026")) {
            document.paragraph(head);
        }
        for (String paragraph : paragraphs) {
            document.paragraph(paragraph);
        }
        return Interpreter.read(document.build());
    }
}
