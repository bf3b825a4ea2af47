package vn.dondoc.acceptance.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import vn.dondoc.reading.SourceFile;

/** The plain text of a file as the bare libraries give it. */
final class BareText {

    private BareText() {}

    static String of(SourceFile file) throws IOException {
        var bytes = new ByteArrayInputStream(file.bytes());
        return switch (ending(file)) {
            case "docx" -> {
                try (var text = new XWPFWordExtractor(new XWPFDocument(bytes))) {
                    yield text.getText();
                }
            }
            case "doc" -> {
                try (var text = new WordExtractor(new HWPFDocument(bytes))) {
                    yield text.getText();
                }
            }
            case "xlsx" -> {
                try (var text = new XSSFExcelExtractor(new XSSFWorkbook(bytes))) {
                    yield text.getText();
                }
            }
            case "pdf" -> {
                try (var pdf = Loader.loadPDF(file.bytes())) {
                    yield new PDFTextStripper().getText(pdf);
                }
            }
            default -> new String(file.bytes(), StandardCharsets.UTF_8);
        };
    }

    static String ending(SourceFile file) {
        return file.name().substring(file.name().lastIndexOf('.') + 1);
    }

    /** Text files hold nothing else than their text. */
    static boolean isExtracted(SourceFile file) {
        return !ending(file).equals("txt") && !ending(file).equals("md");
    }
}
