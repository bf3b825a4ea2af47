package vn.dondoc.reading.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.dondoc.reading.Due;
import vn.dondoc.reading.PlanReader;
import vn.dondoc.reading.Reading;
import vn.dondoc.reading.ReadingResult;
import vn.dondoc.reading.SourceFile;
import vn.dondoc.reading.Task;

import static org.assertj.core.api.Assertions.assertThat;

class WorkbooksTest {

    @Test
    void sheetsAreReadInOrderAndHiddenOnesAreNot() {
        Reading reading = read(workbook -> {
            tasks(workbook.createSheet("Nhiệm vụ"), 6, "Đo đạc ruộng", "Phòng Kinh tế");
            tasks(workbook.createSheet("Nháp"), 0, "Việc nháp", "Công an xã");
            workbook.setSheetHidden(1, true);
            tasks(workbook.createSheet("Bổ sung"), 2, "Vớt rác kênh", "Đoàn Thanh niên xã");
        });

        assertThat(reading.tasks()).extracting(Task::title).containsExactly("Đo đạc ruộng", "Vớt rác kênh");
        assertThat(reading.tasks()).extracting(task -> task.source().page()).containsExactly(1, 3);
    }

    @Test
    void daysStoredAsDatesAreDeadlines() {
        Reading reading = read(workbook -> {
            XSSFSheet sheet = workbook.createSheet("Nhiệm vụ");
            tasks(sheet, 0, "Đo đạc ruộng", "Phòng Kinh tế");
            XSSFCellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
            sheet.getRow(1).getCell(3).setCellValue(LocalDate.of(2026, 9, 30));
            sheet.getRow(1).getCell(3).setCellStyle(day);
        });

        assertThat(reading.tasks().getFirst().due()).isEqualTo(new Due.By(LocalDate.of(2026, 9, 30), false, false, true));
    }

    @Test
    void aMergedGroupAndALeadMergedOverRows() {
        Reading reading = read(workbook -> {
            XSSFSheet sheet = workbook.createSheet("Nhiệm vụ");
            tasks(sheet, 0, "", "");
            fill(sheet, 1, "I", "Thủy lợi", "", "");
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 1, 3));
            fill(sheet, 2, "1", "Nạo vét kênh", "Phòng Kinh tế", "Quý I/2026");
            fill(sheet, 3, "2", "Kè bờ sông", "", "Quý II/2026");
            sheet.addMergedRegion(new CellRangeAddress(2, 3, 2, 2));
        });

        assertThat(reading.tasks()).extracting(Task::group).containsOnly("Thủy lợi");
        assertThat(reading.tasks()).extracting(Task::lead).containsExactly(List.of("Phòng Kinh tế"), List.of("Phòng Kinh tế"));
    }

    private interface Content {
        void fill(XSSFWorkbook workbook);
    }

    private static void tasks(XSSFSheet sheet, int headRow, String title, String lead) {
        fill(sheet, headRow, "TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn");
        fill(sheet, headRow + 1, "1", title, lead, "Tháng 5/2026");
    }

    private static void fill(XSSFSheet sheet, int at, String... cells) {
        Row row = sheet.createRow(at);
        for (int c = 0; c < cells.length; c++) {
            row.createCell(c).setCellValue(cells[c]);
        }
    }

    private static Reading read(Content content) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            content.fill(workbook);
            workbook.write(out);
            ReadingResult result = new PlanReader().read(new SourceFile("annex.xlsx", out.toByteArray()));
            assertThat(result).isInstanceOf(ReadingResult.Read.class);
            return ((ReadingResult.Read) result).reading();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
