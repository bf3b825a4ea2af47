package vn.dondoc.reading.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.reading.PlanReader;
import vn.dondoc.reading.ReadingResult;
import vn.dondoc.reading.SourceFile;
import vn.dondoc.reading.UnreadableCode;

import static org.assertj.core.api.Assertions.assertThat;

/** A mark of secrecy is seen wherever a document bears it; words about secrets are none. */
class SecrecyTest {

    @ParameterizedTest
    @ValueSource(strings = {"MẬT", "TỐI MẬT", "  TUYỆT MẬT ", "Độ mật: Tối mật", "ĐỘ MẬT: MẬT", "UBND XÃ A\nMẬT\nSố: 1", "UBND XÃ A     MẬT     CỘNG HÒA", "[TỐI MẬT]", "TỐI MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "UBND XÃ A MẬT Số: 1/KH-UBND", "XÃ A TUYỆT MẬT Điều chỉnh", "Độ mật: Mật"})
    void marks(String text) {
        assertThat(Secrecy.isMarked(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BẢO VỆ BÍ MẬT", "CÔNG TÁC BẢO VỆ BÍ\nMẬT NHÀ NƯỚC", "Bảo mật", "mật", "Mật độ dân số", "Đặt mật khẩu", "KẾ HOẠCH BẢO VỆ BÍ MẬT NHÀ NƯỚC", "BẢO VỆ BÍ MẬT KẾ HOẠCH", "VĂN BẢN ĐỘ TUYỆT MẬT"})
    void noMarks(String text) {
        assertThat(Secrecy.isMarked(text)).isFalse();
    }

    @Test
    void theMarginsOfPagesAreLookedAtToo() throws IOException {
        assertThat(refusal("a.docx", word(true, "TUYỆT", " MẬT"))).isEqualTo(UnreadableCode.CLASSIFIED);
        assertThat(refusal("a.docx", word(false, "M", "ẬT"))).isEqualTo(UnreadableCode.CLASSIFIED);
        assertThat(refusal("a.docx", word(true, "UBND", " XÃ"))).isNull();
        assertThat(refusal("a.xlsx", workbook("TỐI MẬT"))).isEqualTo(UnreadableCode.CLASSIFIED);
        assertThat(refusal("a.xlsx", workbook("Trang &P"))).isNull();
        assertThat(refusal("a.pdf", OfficeFiles.pdf("", "UBND XÃ A", "MẬT", "Số: 1/KH-UBND", "KẾ HOẠCH"))).isEqualTo(UnreadableCode.CLASSIFIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MẬT", "TỐI MẬT", "TUYỆT MẬT", "UBND XÃ A\rĐộ mật: Mật"})
    void theMarginsOfOldWordFilesAreLookedAtToo(String mark) {
        String body = "UBND XÃ A\rSố: 1/KH-UBND\rKẾ HOẠCH\rNăm 2026\r";

        assertThat(refusal("a.doc", RawOldWord.of(body, mark + "\r"))).isEqualTo(UnreadableCode.CLASSIFIED);
        assertThat(refusal("a.doc", RawOldWord.of(body, "Trang 1\r"))).isNull();
    }

    private static byte[] word(boolean header, String... runs) throws IOException {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(OfficeFiles.word())); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var paragraph = header ? word.createHeader(HeaderFooterType.DEFAULT).createParagraph() : word.createFooter(HeaderFooterType.DEFAULT).createParagraph();
            for (String run : runs) {
                paragraph.createRun().setText(run);
            }
            word.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] workbook(String header) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(OfficeFiles.workbook())); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.getSheetAt(0).getHeader().setRight(header);
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static UnreadableCode refusal(String name, byte[] bytes) {
        return new PlanReader().read(new SourceFile(name, bytes)) instanceof ReadingResult.Unreadable refused ? refused.code() : null;
    }
}
