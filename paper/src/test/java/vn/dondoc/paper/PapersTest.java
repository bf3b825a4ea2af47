package vn.dondoc.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Each measure of a report in the form of decree 30/2020, read from the file itself. */
class PapersTest {

    private static final double TWIPS = 1440 / 25.4;
    private static final double POINTS = 72 / 25.4;
    private static final String SENTENCE = "Đã hướng dẫn 1.200 hộ dùng VNeID, vượt kế hoạch; <b>không</b> & đúng hạn. ";

    private static final Paper REPORT = new Paper(
            new Paper.Head(List.of("ỦY BAN NHÂN DÂN", "XÃ THƯỢNG THỬ"), "05/BC-UBND", "BC-UBND", "Thượng Thử, ngày 05 tháng 02 năm 2026"), body(),
            List.of("Ủy ban nhân dân tỉnh", "Các đơn vị có báo cáo"), new Paper.Signature(List.of("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), null),
            List.of(new Paper.Annex("Phụ lục I", "SỐ LIỆU TỔNG HỢP", "(Kèm theo Báo cáo)", new Block.Grid(
                    List.of("TT", "Chỉ tiêu", "Thực hiện"), List.of(1, 6, 2), IntStream.range(0, 60).mapToObj(i -> List.of("" + i, "Tỷ lệ hồ sơ " + i, "81,5%")).toList()))));

    private static List<Block> body() {
        var body = new ArrayList<Block>(List.of(
                new Block.Line(Block.Look.TITLE, "BÁO CÁO"), new Block.Line(Block.Look.TITLE, "Kết quả tháng 02 năm 2026"),
                new Block.Line(Block.Look.HEADING, "I. KẾT QUẢ THỰC HIỆN")));
        IntStream.range(0, 12).forEach(_ -> body.add(new Block.Line(Block.Look.BODY, SENTENCE.repeat(4).strip())));
        body.add(new Block.Line(Block.Look.BODY, "Hết./."));
        return body;
    }

    @Test
    void partsAreNumberedHoweverManyThereAre() {
        assertThat(List.of(0, 3, 5, 6, 8, 9, 13, 39, 48, 98, 399 - 1)).extracting(PaperWords::roman)
                .containsExactly("I", "IV", "VI", "VII", "IX", "X", "XIV", "XL", "XLIX", "XCIX", "CCCXCIX");
    }

    @Test
    void theWordDocumentKeepsEachMeasure() throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(word()))) {
            var section = document.getParagraphs().stream().map(one -> one.getCTP().getPPr()).filter(one -> one != null && one.isSetSectPr()).findFirst().orElseThrow().getSectPr();
            assertThat(millimetres(section.getPgSz().getW())).isEqualTo(210);
            assertThat(millimetres(section.getPgSz().getH())).isEqualTo(297);
            assertThat(millimetres(section.getPgMar().getTop())).isBetween(20L, 25L);
            assertThat(millimetres(section.getPgMar().getBottom())).isBetween(20L, 25L);
            assertThat(millimetres(section.getPgMar().getLeft())).isBetween(30L, 35L);
            assertThat(millimetres(section.getPgMar().getRight())).isBetween(15L, 20L);
            assertThat(section.isSetTitlePg()).as("no page number on page 1").isTrue();
            assertThat(document.getHeaderList()).flatExtracting(header -> header.getParagraphs().stream().map(XWPFParagraph::getAlignment).toList())
                    .containsOnly(ParagraphAlignment.CENTER);
            assertThat(document.getHeaderList().getFirst()._getHdrFtr().xmlText()).contains("PAGE", "Times New Roman");

            var cells = document.getTables().getFirst().getRow(0).getTableCells();
            assertThat(lines(cells.getFirst())).containsExactly("ỦY BAN NHÂN DÂN", "XÃ THƯỢNG THỬ", "Số: 05/BC-UBND");
            assertThat(lines(cells.getLast())).containsExactly("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Thượng Thử, ngày 05 tháng 02 năm 2026");
            var motto = cells.getLast().getParagraphs().get(1).getRuns().getFirst();
            assertThat(motto.getUnderline()).isEqualTo(UnderlinePatterns.SINGLE);
            assertThat(motto.isBold()).isTrue();
            assertThat(cells.getLast().getParagraphs().getLast().getRuns().getFirst().isItalic()).isTrue();

            assertThat(document.getParagraphs().stream().filter(one -> one.getText().equals("BÁO CÁO")).findFirst().orElseThrow()).satisfies(title -> {
                assertThat(title.getAlignment()).isEqualTo(ParagraphAlignment.CENTER);
                assertThat(title.getRuns().getFirst().isBold()).isTrue();
            });
            var text = document.getParagraphs().stream().filter(one -> one.getText().startsWith("Đã hướng dẫn")).findFirst().orElseThrow();
            assertThat(text.getText()).contains("<b>không</b> & đúng hạn");
            assertThat(text.getAlignment()).isEqualTo(ParagraphAlignment.BOTH);
            assertThat(text.getFirstLineIndent() / TWIPS).isBetween(9.9, 12.8);
            assertThat(document.getParagraphs().stream().anyMatch(one -> one.getText().endsWith("./."))).isTrue();

            var closing = document.getTables().get(1).getRow(0).getTableCells();
            assertThat(lines(closing.getFirst())).containsExactly("Nơi nhận:", "- Ủy ban nhân dân tỉnh;", "- Các đơn vị có báo cáo;", "- Lưu: VT.");
            assertThat(closing.getFirst().getParagraphs()).allSatisfy(one -> assertThat(one.getRuns().getFirst().getFontSizeAsDouble()).isBetween(11.0, 12.0));
            assertThat(lines(closing.getLast()).subList(0, 2)).containsExactly("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH");
            assertThat(document.getAllPictures()).as("never a drawn signature").isEmpty();

            var runs = Stream.concat(document.getParagraphs().stream(), document.getTables().stream()
                    .flatMap(table -> table.getRows().stream()).flatMap(row -> row.getTableCells().stream()).flatMap(cell -> cell.getParagraphs().stream()))
                    .flatMap(one -> one.getRuns().stream()).filter(run -> !run.text().isBlank()).toList();
            assertThat(runs).isNotEmpty().allSatisfy(run -> {
                assertThat(run.getFontFamily()).isEqualTo("Times New Roman");
                assertThat(run.getFontSizeAsDouble()).isBetween(11.0, 14.0);
                assertThat(run.getColor()).isIn(null, "000000");
            });
        }
    }

    @Test
    void thePdfIsTheSamePaperWithItsFontInIt() throws IOException {
        var out = new ByteArrayOutputStream();
        PdfPaper.write(REPORT, out);
        try (var document = Loader.loadPDF(out.toByteArray())) {
            var first = document.getPage(0).getMediaBox();
            assertThat(first.getWidth() / POINTS).isBetween(209.5, 210.5);
            assertThat(first.getHeight() / POINTS).isBetween(296.5, 297.5);
            assertThat(document.getPage(document.getNumberOfPages() - 1).getMediaBox().getWidth() / POINTS).as("annexes lie across").isBetween(296.5, 297.5);

            var text = text(document, 1, document.getNumberOfPages());
            assertThat(text).contains(
                    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 05/BC-UBND", "BÁO CÁO", "I. KẾT QUẢ THỰC HIỆN", "<b>không</b> & đúng hạn", "./.",
                    "Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "Phụ lục I", "Tỷ lệ hồ sơ 59");
            assertThat(text(document, 1, 1).lines().map(String::strip)).as("no number on page 1").doesNotContain("1");
            assertThat(text(document, 2, 2).lines().map(String::strip)).contains("2");

            var glyphs = new Glyphs();
            glyphs.getText(document);
            assertThat(glyphs.fonts).allMatch(font -> font.endsWith("LiberationSerif") || font.contains("LiberationSerif-"));
            assertThat(glyphs.embedded).isTrue();
            assertThat(glyphs.left / POINTS).isBetween(29.0, 35.0);
            assertThat((first.getWidth() - glyphs.right) / POINTS).isBetween(15.0, 21.0);
        }
    }

    private static byte[] word() throws IOException {
        var out = new ByteArrayOutputStream();
        WordPaper.write(REPORT, out);
        return out.toByteArray();
    }

    private static List<String> lines(XWPFTableCell cell) {
        return cell.getParagraphs().stream().map(XWPFParagraph::getText).filter(line -> !line.isBlank()).toList();
    }

    private static long millimetres(Object twips) {
        return Math.round(Double.parseDouble(twips.toString()) / TWIPS);
    }

    private static String text(PDDocument document, int from, int to) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(from);
        stripper.setEndPage(to);
        return stripper.getText(document);
    }

    /** Which fonts the text of page 1 has, and how far it reaches. */
    private static final class Glyphs extends PDFTextStripper {

        private final java.util.Set<String> fonts = new java.util.TreeSet<>();
        private boolean embedded = true;
        private double left = Double.MAX_VALUE;
        private double right;

        private Glyphs() {
            setEndPage(1);
        }

        @Override
        protected void processTextPosition(TextPosition glyph) {
            fonts.add(glyph.getFont().getName());
            embedded &= glyph.getFont().isEmbedded();
            if (!glyph.getUnicode().isBlank()) {
                left = Math.min(left, glyph.getXDirAdj());
                right = Math.max(right, glyph.getXDirAdj() + glyph.getWidthDirAdj());
            }
            super.processTextPosition(glyph);
        }
    }
}
