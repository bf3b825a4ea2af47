package vn.dondoc.reading.format;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.reading.Due;
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
