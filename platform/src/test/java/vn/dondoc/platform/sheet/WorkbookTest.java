package vn.dondoc.platform.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is written is read as it was, what others wrote too; what is no workbook, or a hostile one, is refused with a word for it. */
class WorkbookTest {

    private static final String BOOK = """
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
              <sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>""";
    private static final String RELATIONS = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
              <Relationship Id="r1" Target="worksheets/sheet1.xml" Type="sheet"/></Relationships>""";

    @Provide
    Arbitrary<List<List<String>>> tables() {
        var text = Arbitraries.strings().withChars("aăâđêôơưỨ 0159=+-@;,.'\"<>&_x\n").ofMaxLength(12)
                .filter(one -> one.equals(one.strip()));
        return text.list().ofSize(4).list().ofMaxSize(8);
    }

    @Property(tries = 80)
    void whatIsWrittenIsRead(@ForAll("tables") List<List<String>> table) throws Exception {
        var read = WorkbookReader.read(written(table));
        assertThat(read).singleElement().satisfies(sheet -> assertThat(sheet.name()).isEqualTo("Đơn vị"));
        var rows = new ArrayList<List<String>>();
        var numbers = new ArrayList<Integer>();
        for (var row : read.getFirst().rows().subList(1, read.getFirst().rows().size())) {
            rows.add(List.of(row.cell(0), row.cell(1), row.cell(2), row.cell(3)));
            numbers.add(row.number());
            assertThat(row.formulas()).isEmpty();
        }
        assertThat(rows).isEqualTo(table.stream().filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty())).toList());
        assertThat(numbers).isSorted().doesNotHaveDuplicates();
    }

    @Example
    void whatBeginsLikeAFormulaIsATextInEveryProgram() throws Exception {
        try (var book = new XSSFWorkbook(new java.io.ByteArrayInputStream(written(List.of(List.of("=1+1", "+84", "-1", "@SUM(A1)")))))) {
            for (var cell : book.getSheetAt(0).getRow(1)) {
                assertThat(cell.getCellType()).isEqualTo(org.apache.poi.ss.usermodel.CellType.STRING);
                assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            }
        }
    }

    @Example
    void whatAnotherProgramWroteIsReadWithItsFiguresAndItsFormulasAreNamed() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet("Chức danh");
            var row = sheet.createRow(4);
            row.createCell(0).setCellValue(12);
            row.createCell(1).setCellValue(0.5);
            row.createCell(2).setCellFormula("HYPERLINK(\"http://a.example\")");
            row.createCell(3).setCellValue(true);
            row.createCell(28).setCellValue("xa");
            book.write(out);
        }
        var sheet = WorkbookReader.read(out.toByteArray()).getFirst();
        var row = sheet.rows().getFirst();
        assertThat(row.number()).isEqualTo(5);
        assertThat(row.cells()).startsWith("12", "0.5").element(3).isEqualTo("có");
        assertThat(row.cell(28)).isEqualTo("xa");
        assertThat(row.formulas()).containsExactly(2);
    }

    @Example
    void hostileFilesAreRefused() throws Exception {
        refused("", "NOT_A_WORKBOOK");
        refused("Mã;Tên", "NOT_A_WORKBOOK");
        refused("PK\u0003\u0004 không phải tệp nén", "NOT_A_WORKBOOK");
        assertThatThrownBy(() -> WorkbookReader.read(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0, 0, 0})).isInstanceOf(UnreadableWorkbook.class)
                .hasMessage("FILE_ENCRYPTED");
        refused(zip(Map.of("xl/workbook.xml", BOOK, "xl/vbaProject.bin", "x")), "MACROS");
        refused(zip(Map.of("xl/workbook.xml", "<workbook", "xl/_rels/workbook.xml.rels", RELATIONS)), "FILE_CORRUPT");
        refused(book("<worksheet><sheetData><row r='1'><c t='s'><v>99</v></c></row></sheetData></worksheet>"), "FILE_CORRUPT");
        refused(book("<worksheet><sheetData><row r='1'><c><v>9e9999999999</v></c></row></sheetData></worksheet>"), "FILE_CORRUPT");
        refused(book("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><worksheet><sheetData><row r='1'><c t='str'><v>&e;</v></c></row></sheetData></worksheet>"),
                "FILE_CORRUPT");
        refused(bomb(), "ARCHIVE_BOMB");
        refused(book("<worksheet><sheetData>" + "<row><c><v>1</v></c></row>".repeat(70_001) + "</sheetData></worksheet>"), "WORKBOOK_TOO_LONG");
    }

    private static byte[] written(List<List<String>> table) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new WorkbookWriter()) {
            book.sheet("Đơn vị", List.of("Mã", "Tên", "Loại", "Tên gọi khác"), List.of(10, 10, 10, 10), line -> table.forEach(line::of));
            book.to(out);
        }
        return out.toByteArray();
    }

    private static void refused(String text, String code) {
        refused(text.getBytes(StandardCharsets.UTF_8), code);
    }

    private static void refused(byte[] file, String code) {
        assertThatThrownBy(() -> WorkbookReader.read(file)).as(code).isInstanceOf(UnreadableWorkbook.class).hasMessage(code);
    }

    private static byte[] book(String sheet) throws IOException {
        return zip(Map.of("xl/workbook.xml", BOOK, "xl/_rels/workbook.xml.rels", RELATIONS, "xl/worksheets/sheet1.xml", sheet));
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    /** Packed a thousand times smaller, in a part that nobody asked for. */
    private static byte[] bomb() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/media/image1.png"));
            var zeros = new byte[1_000_000];
            for (int i = 0; i < 130; i++) {
                zip.write(zeros);
            }
        }
        return out.toByteArray();
    }
}
