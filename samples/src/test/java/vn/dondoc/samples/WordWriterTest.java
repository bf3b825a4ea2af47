package vn.dondoc.samples;

import java.math.BigInteger;
import java.time.LocalDate;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WordWriterTest {

    private static final LocalDate DAY = LocalDate.of(2028, 2, 29);

    @Test
    void annexesAreRealTablesWithMergedGroupRows() {
        var document = Word.open(SampleDocument.ANNEXES.render(DAY));

        var tables = document.getTables();
        assertThat(tables).hasSize(4);
        assertThat(tables.get(2).getRows()).hasSize(1 + 4 + 12);
        assertThat(tables.get(3).getRows()).hasSize(1 + 5 + 22);
        assertThat(tables.get(3).getRow(0).isRepeatHeader()).isTrue();
        var group = tables.get(3).getRow(1);
        assertThat(group.getTableCells()).hasSize(2);
        assertThat(group.getCell(1).getCTTc().getTcPr().getGridSpan().getVal()).isEqualTo(BigInteger.valueOf(6));
    }

    @Test
    void headAndSignatureStandInTwoColumns() {
        var tables = Word.open(SampleDocument.CONCLUSIONS.render(DAY)).getTables();

        assertThat(tables).hasSize(2).allSatisfy(table -> assertThat(table.getRow(0).getTableCells()).hasSize(2));
        assertThat(right(tables.getFirst())).startsWith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").contains("Đảo Sao, ngày 14 tháng 02 năm 2028");
        assertThat(right(tables.getLast())).startsWith("TL. CHỦ TỊCH");
    }

    @Test
    void headingsCarryTheirStyle() {
        var document = Word.open(SampleDocument.MONTHS.render(DAY));

        assertThat(document.getParagraphs().stream().filter(p -> "Heading2".equals(p.getStyle())).map(p -> p.getText()))
                .contains("1. Tháng 01/2028", "2. Tháng 02/2028", "3. Tháng 03/2028", "4. Tháng 04/2028");
        assertThat(document.getStyles().getStyle("Heading2").getCTStyle().getPPr().getOutlineLvl().getVal()).isEqualTo(BigInteger.ONE);
    }

    @Test
    void theSecondAnnexIsInLandscape() {
        var section = Word.open(SampleDocument.ANNEXES.render(DAY)).getDocument().getBody().getSectPr().getPgSz();

        assertThat((BigInteger) section.getW()).isGreaterThan((BigInteger) section.getH());
    }

    @Test
    void aRowOfAnotherWidthIsAFaultOfTheTemplate() {
        var blocks = Markup.parse("@table 50 50\n| a | b |\n| c |\n");

        assertThatThrownBy(() -> new WordWriter(DAY).write(blocks)).hasMessageContaining("[c]");
    }

    private static String right(XWPFTable table) {
        return table.getRow(0).getCell(1).getText();
    }
}
