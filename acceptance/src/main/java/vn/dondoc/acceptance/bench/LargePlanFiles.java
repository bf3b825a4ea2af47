package vn.dondoc.acceptance.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import vn.dondoc.reading.SourceFile;

/** A large plan as a file of each form. */
final class LargePlanFiles {

    private LargePlanFiles() {}

    static List<SourceFile> of(LargePlan plan) throws IOException {
        return List.of(word(plan), new SourceFile("large.pdf", new LargePlanPdf().write(plan)), workbook(plan), markdown(plan));
    }

    private static SourceFile word(LargePlan plan) throws IOException {
        try (var word = new XWPFDocument(); var out = new ByteArrayOutputStream()) {
            plan.lines().forEach(line -> word.createParagraph().createRun().setText(line));
            var table = word.createTable(plan.rows().size(), plan.rows().getFirst().size());
            for (int r = 0; r < plan.rows().size(); r++) {
                var row = table.getRow(r);
                for (int c = 0; c < plan.rows().get(r).size(); c++) {
                    row.getCell(c).setText(plan.rows().get(r).get(c));
                }
            }
            word.write(out);
            return new SourceFile("large.docx", out.toByteArray());
        }
    }

    /** Of a plan in a workbook the annex is what stands in its sheet. */
    private static SourceFile workbook(LargePlan plan) throws IOException {
        try (var workbook = new XSSFWorkbook(); var out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("Nhiệm vụ");
            sheet.createRow(0).createCell(0).setCellValue("Phụ lục: DANH MỤC NHIỆM VỤ");
            for (int r = 0; r < plan.rows().size(); r++) {
                fill(sheet, r + 1, plan.rows().get(r));
            }
            workbook.write(out);
            return new SourceFile("large.xlsx", out.toByteArray());
        }
    }

    private static void fill(XSSFSheet sheet, int at, List<String> cells) {
        var row = sheet.createRow(at);
        for (int c = 0; c < cells.size(); c++) {
            row.createCell(c).setCellValue(cells.get(c));
        }
    }

    private static SourceFile markdown(LargePlan plan) {
        var rows = plan.rows().stream().map(row -> "| " + String.join(" | ", row) + " |").toList();
        var text = String.join("\n\n", plan.lines()) + "\n\n" + rows.getFirst() + "\n|---|---|---|---|---|---|\n"
                + rows.stream().skip(1).collect(Collectors.joining("\n")) + "\n";
        return new SourceFile("large.md", text.getBytes(StandardCharsets.UTF_8));
    }
}
