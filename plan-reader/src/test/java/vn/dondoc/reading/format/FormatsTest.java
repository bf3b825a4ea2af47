package vn.dondoc.reading.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.reading.PlanReader;
import vn.dondoc.reading.Reading;
import vn.dondoc.reading.ReadingResult;
import vn.dondoc.reading.SourceFile;
import vn.dondoc.reading.Target;
import vn.dondoc.reading.Task;
import vn.dondoc.reading.UnreadableCode;
import vn.dondoc.reading.Warning;

import static org.assertj.core.api.Assertions.assertThat;

class FormatsTest {

    @Test
    void wordTablesKeepTheirMergedCells() {
        Reading reading = read("plan.docx", OfficeFiles.word());

        assertThat(reading.document().number()).isEqualTo("07/KH-UBND");
        assertThat(reading.tasks()).extracting(Task::title).containsExactly("Tiêm chủng mở rộng", "Phun hóa chất");
        assertThat(reading.tasks()).extracting(Task::lead).containsExactly(List.of("Trạm Y tế"), List.of("Trạm Y tế"));
        assertThat(reading.tasks()).extracting(Task::group).containsOnly("Phòng bệnh");
        assertThat(reading.tasks().getFirst().source().row()).isEqualTo(2);
    }

    @Test
    void workbooksAreReadAsShown() {
        Reading reading = read("annex.xlsx", OfficeFiles.workbook());

        Target target = reading.targets().getFirst();
        assertThat(target.value().intValue()).isEqualTo(85);
        assertThat(target.unit()).isEqualTo("%");
        assertThat(target.group()).isEqualTo("Văn hóa");
        assertThat(reading.document().kind()).isNull();
        assertThat(reading.warnings()).isEmpty();
    }

    @Test
    void pagesOfPdfAreLinesAndParagraphs() {
        Reading reading = read("plan.pdf", OfficeFiles.pdf("", "Số: 12/KH-UBND", "KẾ HOẠCH", "Trồng cây năm 2026", "I. NHIỆM VỤ",
                "1. Chuẩn bị cây giống (Phòng Kinh tế, trước ngày 15/01/2026).", "2. Phát động Tết trồng cây (Hội Nông dân xã, tháng 02/2026)."));

        assertThat(reading.document().number()).isEqualTo("12/KH-UBND");
        assertThat(reading.tasks()).extracting(Task::title).containsExactly("Chuẩn bị cây giống", "Phát động Tết trồng cây");
        assertThat(reading.tasks().getFirst().source().page()).isEqualTo(1);
    }

    @Test
    void contentDecidesAndNotTheName() {
        Reading reading = read("plan.pdf", OfficeFiles.word());

        assertThat(reading.tasks()).hasSize(2);
        assertThat(reading.warnings()).extracting(Warning::code).contains("TYPE_MISMATCH");
    }

    @Test
    void whatCannotBeReadIsNamed() {
        assertThat(refusal("a.txt", new byte[0])).isEqualTo(UnreadableCode.EMPTY_FILE);
        assertThat(refusal("a.txt", "  \n \n".getBytes(StandardCharsets.UTF_8))).isEqualTo(UnreadableCode.EMPTY_FILE);
        assertThat(refusal("a.bin", new byte[] {1, 0, 2, 0, 3})).isEqualTo(UnreadableCode.TYPE_UNKNOWN);
        assertThat(refusal("a.docx", OfficeFiles.encryptedWord())).isEqualTo(UnreadableCode.FILE_ENCRYPTED);
        assertThat(refusal("a.pdf", OfficeFiles.pdf("secret", "KẾ HOẠCH"))).isEqualTo(UnreadableCode.FILE_ENCRYPTED);
        assertThat(refusal("a.pdf", OfficeFiles.pdf(""))).isEqualTo(UnreadableCode.NO_TEXT);
        assertThat(refusal("a.pdf", "%PDF-1.7 and nothing else".getBytes(StandardCharsets.US_ASCII))).isEqualTo(UnreadableCode.FILE_CORRUPT);
        assertThat(refusal("a.docx", java.util.Arrays.copyOf(OfficeFiles.word(), 900))).isIn(UnreadableCode.FILE_CORRUPT, UnreadableCode.TYPE_UNKNOWN);
        assertThat(refusal("a.docm", OfficeFiles.zip(1, "word/document.xml", "<x/>", "word/vbaProject.bin", "code"))).isEqualTo(UnreadableCode.MACROS);
        assertThat(refusal("a.zip", OfficeFiles.zip(1, "readme.txt", "hello"))).isEqualTo(UnreadableCode.TYPE_UNKNOWN);
        assertThat(refusal("a.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})).isEqualTo(UnreadableCode.FILE_CORRUPT);
        assertThat(refusal("a.txt", "UBND XÃ A\nMẬT\nSố: 1/KH-UBND\nKẾ HOẠCH".getBytes(StandardCharsets.UTF_8))).isEqualTo(UnreadableCode.CLASSIFIED);
    }

    @Test
    void aForgedArchiveIsNotUnpacked() {
        assertThat(refusal("a.docx", OfficeFiles.zip(1_500_000, "word/document.xml", "<w:p>aaaaaaaaaaaaaaaaaaaaaaaaaaaa</w:p>"))).isEqualTo(UnreadableCode.ARCHIVE_BOMB);
    }

    @Test
    void anExternalEntityIsNotFetched() {
        String xml = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>";
        String types = "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
        String relations = "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
                + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";

        assertThat(refusal("a.docx", OfficeFiles.zip(1, "[Content_Types].xml", types, "_rels/.rels", relations, "word/document.xml", xml)))
                .isIn(UnreadableCode.FILE_CORRUPT, UnreadableCode.NO_TEXT);
    }

    private static Reading read(String name, byte[] file) {
        ReadingResult result = new PlanReader().read(new SourceFile(name, file));
        assertThat(result).isInstanceOf(ReadingResult.Read.class);
        return ((ReadingResult.Read) result).reading();
    }

    private static UnreadableCode refusal(String name, byte[] file) {
        ReadingResult result = new PlanReader().read(new SourceFile(name, file));
        assertThat(result).isInstanceOf(ReadingResult.Unreadable.class);
        return ((ReadingResult.Unreadable) result).code();
    }
}
