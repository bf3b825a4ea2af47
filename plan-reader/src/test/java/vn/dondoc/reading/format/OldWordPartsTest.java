package vn.dondoc.reading.format;

import java.util.List;
import org.apache.poi.hwpf.model.LFO;
import org.apache.poi.hwpf.model.LFOData;
import org.apache.poi.hwpf.model.ListData;
import org.apache.poi.hwpf.model.ListLevel;
import org.apache.poi.hwpf.model.ListTables;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.junit.jupiter.api.Test;
import vn.dondoc.reading.format.DocTable.Drawn;
import vn.dondoc.reading.text.TextDocument.RawCell;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers and tables of Word 97, from the parts that the library makes of a file: nothing at hand writes whole ones. */
class OldWordPartsTest {

    private static final int UPPER_ROMAN = 1;
    private static final int DECIMAL = 0;
    private static final int LOWER_LETTER = 4;
    private static final int BULLET = 23;

    @Test
    void levelsAreCountedAndPrintedInTheirForms() {
        HWPFList list = list(new int[] {UPPER_ROMAN, DECIMAL, LOWER_LETTER}, "\u0000.", "\u0001.", "\u0002)");
        DocNumbers numbers = new DocNumbers();

        assertThat(List.of(numbers.before(list, 1, 0), numbers.before(list, 1, 1), numbers.before(list, 1, 2), numbers.before(list, 1, 2),
                numbers.before(list, 1, 1), numbers.before(list, 1, 0), numbers.before(list, 1, 1)))
                .containsExactly("I. ", "1. ", "a) ", "b) ", "2. ", "II. ", "1. ");
    }

    @Test
    void aMarkMayHoldTheNumbersAboveIt() {
        HWPFList list = list(new int[] {DECIMAL, DECIMAL}, "\u0000.", "\u0000.\u0001.");
        DocNumbers numbers = new DocNumbers();

        assertThat(List.of(numbers.before(list, 1, 0), numbers.before(list, 1, 1), numbers.before(list, 1, 1))).containsExactly("1. ", "1.1. ", "1.2. ");
    }

    @Test
    void bulletsAreDashes() {
        assertThat(new DocNumbers().before(list(new int[] {BULLET}, "\uF0B7"), 1, 0)).isEqualTo("- ");
    }

    @Test
    void cellsCoverTheColumnsBetweenTheirEdges() {
        List<List<RawCell>> rows = new DocTable(List.of(
                List.of(cell("TT", 0, 500), cell("Việc", 500, 3000), cell("Chủ trì", 3000, 5000)),
                List.of(cell("I", 0, 510), cell("Phòng bệnh", 510, 5000)),
                List.of(cell("1", 0, 500), cell("Tiêm", 500, 3010), cell("Trạm Y tế", 3010, 5000)),
                List.of(cell("2", 0, 500), cell("Phun", 500, 3000), new Drawn("", false, 3000, 5000, false, true)))).rows();

        assertThat(rows.get(1).get(1).columns()).isEqualTo(2);
        assertThat(rows.get(2).get(2).rows()).isEqualTo(2);
        assertThat(rows.get(3)).hasSize(2);
    }

    @Test
    void aCellThatJoinsTheOneAtItsLeftIsPartOfIt() {
        List<RawCell> row = new DocTable(List.of(List.of(cell("A", 0, 500), cell("B", 500, 900)),
                List.of(cell("Cả hai", 0, 500), new Drawn("", false, 500, 900, true, false)))).rows().get(1);

        assertThat(row).singleElement().satisfies(cell -> assertThat(cell.columns()).isEqualTo(2));
    }

    private static Drawn cell(String text, int left, int right) {
        return new Drawn(text, false, left, right, false, false);
    }

    private static HWPFList list(int[] forms, String... marks) {
        ListTables tables = new ListTables(new byte[64], 0, 8, 4);
        ListData data = new ListData(7, true);
        for (int level = 0; level < forms.length; level++) {
            data.setLevel(level, new ListLevel(1, forms[level], 0, new byte[0], new byte[0], marks[level]));
        }
        LFO reference = new LFO();
        reference.setLsid(7);
        tables.addList(data, reference, new LFOData());
        return new HWPFList(null, tables, 1);
    }
}
