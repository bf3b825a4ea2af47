package vn.dondoc.reading.format;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.reading.text.Paragraph;
import vn.dondoc.reading.text.Table;
import vn.dondoc.reading.text.TextDocument;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.reading.format.RawWord.control;
import static vn.dondoc.reading.format.RawWord.numbered;
import static vn.dondoc.reading.format.RawWord.paragraph;
import static vn.dondoc.reading.format.RawWord.row;
import static vn.dondoc.reading.format.RawWord.run;
import static vn.dondoc.reading.format.RawWord.table;

/** What Word prints is what is read, whatever else the file remembers. */
class WordFilesTest {

    @Test
    void insertionsCountAndDeletionsDoNot() {
        assertThat(lines("<w:p>" + run("Hoàn thành trước ngày ") + "<w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>15/5</w:delText></w:r></w:del>"
                + "<w:ins w:id=\"2\" w:author=\"a\">" + run("20/6") + "</w:ins>" + run("/2026") + "</w:p>")).containsExactly("Hoàn thành trước ngày 20/6/2026");
    }

    @Test
    void movedTextStandsOnce() {
        assertThat(lines("<w:p><w:moveFrom w:id=\"1\" w:author=\"a\">" + run("Trạm Y tế") + "</w:moveFrom>" + run("Đơn vị: ") + "</w:p>",
                "<w:p><w:moveTo w:id=\"2\" w:author=\"a\">" + run("Trạm Y tế") + "</w:moveTo></w:p>")).containsExactly("Đơn vị:", "Trạm Y tế");
    }

    /** The list of a style, of the one that it is based on though it stands below, and none for styles that the file does not hold. */
    @Test
    void aStyleMayNumberItsParagraphs() {
        String list = "<w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>";
        byte[] file = RawWord.withStyles(RawWord.style("Text", "") + RawWord.style("Part", "<w:basedOn w:val=\"Item\"/>") + RawWord.style("Item", list),
                RawWord.styled("Part", "Một"), RawWord.styled("Text", "Hai"), RawWord.styled("Item", "Ba"), RawWord.styled("Unknown", "Bốn"));

        assertThat(new DocxExtractor().extract(file).paragraphs().stream().map(Paragraph::text)).containsExactly("1. Một", "Hai", "2. Ba", "Bốn");
    }

    @Test
    void aParagraphIsBoldWhereAllThatIsWrittenInItIs() {
        String bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>Phòng</w:t></w:r>";
        String notBold = "<w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t> Kinh tế</w:t></w:r>";
        byte[] file = RawWord.of("<w:p>" + bold + run(" ") + "</w:p>", "<w:p>" + bold + notBold + "</w:p>", "<w:p>" + bold + run("x") + "</w:p>");

        assertThat(new DocxExtractor().extract(file).paragraphs().stream().map(one -> one.style().bold())).containsExactly(true, false, false);
    }

    @Test
    void deletedRowsAreNoRows() {
        String deleted = row("2", "Bỏ").replace("<w:tr>", "<w:tr><w:trPr><w:del w:id=\"1\" w:author=\"a\"/></w:trPr>");

        assertThat(tableOf(table(row("1", "Giữ"), deleted, row("3", "Giữ"))).rows()).hasSize(2);
    }

    @Test
    void aTextBoxIsReadOnceAndAfterItsParagraph() {
        String box = "<w:txbxContent>" + paragraph("Dự thảo lần 2") + "</w:txbxContent>";
        String drawn = "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>" + box + "</wps:txbx></w:drawing></mc:Choice>"
                + "<mc:Fallback><w:pict><v:textbox>" + box + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>";

        assertThat(lines("<w:p>" + run("KẾ HOẠCH") + drawn + "</w:p>")).containsExactly("KẾ HOẠCH", "Dự thảo lần 2");
    }

    @Test
    void footnotesFieldsAndHiddenTextAreNotInTheRunningText() {
        assertThat(lines("<w:p>" + run("Theo quy định") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
                + "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>" + run(" của tỉnh") + "</w:p>"))
                .containsExactly("Theo quy định của tỉnh");
    }

    @Test
    void automaticNumbersStandInTheText() {
        assertThat(lines(numbered(1, 0, "NHIỆM VỤ"), numbered(1, 1, "Thứ nhất"), numbered(1, 2, "Điểm"), numbered(1, 2, "Điểm nữa"), numbered(1, 1, "Thứ hai"),
                numbered(1, 0, "TỔ CHỨC"), numbered(1, 1, "Đếm lại"))).containsExactly(
                "I. NHIỆM VỤ", "1. Thứ nhất", "a) Điểm", "b) Điểm nữa", "2. Thứ hai", "II. TỔ CHỨC", "1. Đếm lại");
    }

    @Test
    void aSecondListOfTheSameFormCountsOnUnlessItStartsAnew() {
        assertThat(lines(numbered(1, 1, "Một"), numbered(1, 1, "Hai"), numbered(2, 1, "Lại một"), numbered(2, 1, "Lại hai")))
                .containsExactly("1. Một", "2. Hai", "1. Lại một", "2. Lại hai");
    }

    @Test
    void contentControlsHoldTextRowsAndCells() {
        assertThat(lines(control(paragraph("Trong khung")), "<w:p>" + control(run("Trong dòng")) + "</w:p>")).containsExactly("Trong khung", "Trong dòng");

        Table table = tableOf(control(table(row("TT", "Việc"), "<w:tr><w:tc>" + paragraph("1") + "</w:tc>" + control("<w:tc>" + paragraph("Một việc") + "</w:tc>") + "</w:tr>")));
        assertThat(table.cell(1, 1).text()).isEqualTo("Một việc");
    }

    @Test
    void aTableInsideACellGivesLines() {
        Table table = tableOf(table(row("TT", "Việc"), row("1", paragraph("Gồm:") + table(row("a", "Một"), row("b", "Hai")) + paragraph(""))));

        assertThat(table.cell(1, 1).text()).isEqualTo("Gồm:\na Một\nb Hai");
    }

    private static List<String> lines(String... body) {
        return read(body).paragraphs().stream().map(Paragraph::text).toList();
    }

    private static Table tableOf(String... body) {
        return read(body).tables().getFirst();
    }

    private static TextDocument read(String... body) {
        return new DocxExtractor().extract(RawWord.of(body));
    }
}
