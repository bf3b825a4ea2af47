package vn.dondoc.reading.format;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.reading.Due;
import vn.dondoc.reading.Duty;
import vn.dondoc.reading.PlanReader;
import vn.dondoc.reading.Reading;
import vn.dondoc.reading.ReadingResult;
import vn.dondoc.reading.SourceFile;
import vn.dondoc.reading.Task;

import static org.assertj.core.api.Assertions.assertThat;

class PdfFilesTest {

    private static final float[] WIDTHS = {30, 230, 120, 100};
    private static final String[] HEADS = {"TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"};

    @Test
    void aTableOverTwoPagesIsOneAndABrokenRowIsJoined() {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.text(60, 790, "Phụ lục: NHIỆM VỤ NĂM 2026");
            float y = pdf.row(770, WIDTHS, HEADS);
            y = pdf.row(y, WIDTHS, "1", "Nạo vét kênh nội đồng", "Phòng Kinh tế", "Quý I/2026");
            pdf.row(y, WIDTHS, "2", "Rà soát danh mục công trình cần sửa", "Phòng Kinh tế", "Quý II/2026");
            pdf.text(295, 40, "1").newPage().text(295, 810, "2");
            y = pdf.row(780, WIDTHS, HEADS);
            y = pdf.row(y, WIDTHS, "", "chữa trước mùa mưa", "", "");
            pdf.row(y, WIDTHS, "3", "Kiểm tra hồ đập", "Ban CHQS xã", "30/9/2026");

            Reading reading = read(pdf.file());

            assertThat(reading.tasks()).extracting(Task::title).containsExactly("Nạo vét kênh nội đồng",
                    "Rà soát danh mục công trình cần sửa chữa trước mùa mưa", "Kiểm tra hồ đập");
            assertThat(reading.tasks().getLast().lead()).containsExactly("Ban CHQS xã");
            assertThat(reading.tasks().getLast().due()).isEqualTo(new Due.By(LocalDate.of(2026, 9, 30), false, false, true));
        }
    }

    @Test
    void aTableGoesOnWithoutALineAboveItsNextRow() {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.text(60, 790, "Phụ lục: NHIỆM VỤ NĂM 2026");
            float y = pdf.row(770, WIDTHS, HEADS);
            pdf.row(y, WIDTHS, "1", "Nạo vét kênh nội đồng", "Phòng Kinh tế", "Quý I/2026");
            pdf.newPage();
            y = pdf.openRow(780, WIDTHS, "2", "Sửa chữa cống\nngăn mặn", "Phòng Kinh tế", "Quý II/2026");
            pdf.row(y, WIDTHS, "3", "Kiểm tra hồ đập", "Ban CHQS xã", "30/9/2026");

            Reading reading = read(pdf.file());

            assertThat(reading.tasks()).extracting(Task::ordinal).containsExactly("1", "2", "3");
            assertThat(reading.tasks().get(1).lead()).containsExactly("Phòng Kinh tế");
            assertThat(reading.tasks().get(1).due()).isEqualTo(new Due.By(LocalDate.of(2026, 6, 30), false, false, true));
        }
    }

    @Test
    void theBodyThatDecidesStandsAboveSentencesAndSignsNothing() {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.text(70, 790, "UBND XÃ AN BÌNH").text(85, 775, "Số: 5/QĐ-UBND").text(250, 720, "QUYẾT ĐỊNH").text(170, 704, "Về việc giao nhiệm vụ trồng rừng năm 2026");
            pdf.text(170, 680, "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN BÌNH");
            pdf.text(60, 650, "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 được thông qua ngày").text(60, 634, "16 tháng 6 năm 2025;");
            pdf.text(60, 610, "Điều 1. Giao Phòng Kinh tế cấp cây giống trước ngày 31/3/2026.");

            Reading reading = read(pdf.file());

            assertThat(reading.text()).contains("được thông qua ngày 16 tháng 6 năm 2025;");
            assertThat(reading.document().issuer()).isEqualTo("ỦY BAN NHÂN DÂN XÃ AN BÌNH");
        }
    }

    @Test
    void aSentenceThatEndsBeforeTheEdgeEndsItsParagraph() {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.text(60, 790, "Số: 5/KH-UBND").text(250, 770, "KẾ HOẠCH").text(220, 754, "Trồng rừng năm 2026");
            pdf.text(60, 720, "Thực hiện chủ trương phủ xanh đất trống, UBND xã An Bình xây dựng Kế hoạch trồng rừng").text(60, 704, "năm 2026 như sau:");
            pdf.newPage().text(60, 780, "II. TỔ CHỨC THỰC HIỆN").text(60, 764, "1. Các thôn").text(60, 748, "- Vận động các hộ nhận cây giống đúng ngày.");
            pdf.text(60, 732, "Trên đây là Kế hoạch trồng rừng của xã.");

            Reading reading = read(pdf.file());

            assertThat(reading.duties()).extracting(Duty::text).containsExactly("Vận động các hộ nhận cây giống đúng ngày.");
        }
    }

    @Test
    void sentencesGoOnOverPagesPastPageNumbersAndHyphens() {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.text(60, 780, "Số: 5/KH-UBND").text(60, 750, "KẾ HOẠCH").text(60, 730, "Trồng rừng năm 2026").text(60, 700, "I. NHIỆM VỤ");
            pdf.text(60, 680, "1. Thực hiện Nghị quyết số 57-").text(60, 664, "NQ/TW về phát triển khoa học, tuyên truyền đến từng hộ dân và các tổ chức trên");
            pdf.text(295, 40, "- 1 -").newPage().text(295, 810, "2");
            pdf.text(60, 780, "địa bàn (Phòng Nội vụ, trước ngày 30/6/2026).").text(60, 764, "2. Giao cây giống (Hội Nông dân xã, tháng 3/2026).");

            Reading reading = read(pdf.file());

            assertThat(reading.tasks()).extracting(Task::title).containsExactly(
                    "Thực hiện Nghị quyết số 57-NQ/TW về phát triển khoa học, tuyên truyền đến từng hộ dân và các tổ chức trên địa bàn", "Giao cây giống");
            assertThat(reading.legalBases()).extracting(basis -> basis.number()).containsExactly("57-NQ/TW");
        }
    }

    @Test
    void headAndSignatureInTwoColumns() {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.text(70, 790, "UBND XÃ AN BÌNH").text(300, 790, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
            pdf.text(85, 775, "Số: 5/KH-UBND").text(330, 775, "Độc lập - Tự do - Hạnh phúc");
            pdf.text(320, 750, "An Bình, ngày 06 tháng 01 năm 2026").text(250, 720, "KẾ HOẠCH").text(220, 704, "Trồng rừng năm 2026");
            pdf.text(60, 670, "I. NHIỆM VỤ").text(60, 654, "1. Giao cây giống (Hội Nông dân xã, tháng 3/2026).");
            pdf.text(60, 600, "Nơi nhận:").text(350, 600, "CHỦ TỊCH").text(60, 585, "- UBND tỉnh (b/c);").text(60, 570, "- Lưu: VT.").text(350, 540, "Lê Văn Nam");

            Reading reading = read(pdf.file());

            assertThat(reading.document().number()).isEqualTo("5/KH-UBND");
            assertThat(reading.document().issuedOn()).isEqualTo(LocalDate.of(2026, 1, 6));
            assertThat(reading.document().signer()).isEqualTo("Lê Văn Nam");
            assertThat(reading.recipients()).isEqualTo(List.of("UBND tỉnh"));
        }
    }

    private static Reading read(byte[] file) {
        ReadingResult result = new PlanReader().read(new SourceFile("plan.pdf", file));
        assertThat(result).isInstanceOf(ReadingResult.Read.class);
        return ((ReadingResult.Read) result).reading();
    }
}
