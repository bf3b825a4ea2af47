package vn.dondoc.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** Writes blocks as a Word document in the form of decree 30/2020: A4, Times New Roman, the usual margins. */
final class WordWriter {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int FIRST_LINE = Twips.ofMillimetres(10);

    private final LocalDate day;

    WordWriter(LocalDate day) {
        this.day = day;
    }

    byte[] write(List<Block> blocks) {
        try (var document = new XWPFDocument()) {
            WordStyles.addTo(document);
            var pages = new WordPages(document);
            blocks.forEach(block -> add(document, pages, block));
            pages.finish();
            document.getProperties().getCoreProperties().setCreated(Optional.of(Date.from(day.atTime(8, 0).atZone(ZONE).toInstant())));
            var bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return FixedZip.of(bytes.toByteArray());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void add(XWPFDocument document, WordPages pages, Block block) {
        switch (block) {
            case Block.Title title -> centred(document, title.text(), WordStyles.TITLE);
            case Block.Subject subject -> centred(document, subject.text(), WordStyles.SUBJECT);
            case Block.Note note -> centred(document, note.text(), WordStyles.NOTE);
            case Block.Heading heading -> paragraph(document, heading.text(), WordStyles.heading(heading.level()));
            case Block.Paragraph text -> body(document, text.text());
            case Block.Columns columns -> new WordTables(document, pages.textWidth()).columns(columns);
            case Block.Table table -> new WordTables(document, pages.textWidth()).table(table);
            case Block.NewPage page -> pages.next(page.landscape());
        }
    }

    private static void centred(XWPFDocument document, String text, String style) {
        paragraph(document, text, style).setAlignment(ParagraphAlignment.CENTER);
    }

    private static void body(XWPFDocument document, String text) {
        var paragraph = paragraph(document, text, WordStyles.NORMAL);
        paragraph.setAlignment(ParagraphAlignment.BOTH);
        paragraph.setIndentationFirstLine(FIRST_LINE);
        paragraph.setSpacingAfter(120);
    }

    private static XWPFParagraph paragraph(XWPFDocument document, String text, String style) {
        var paragraph = document.createParagraph();
        paragraph.setStyle(style);
        paragraph.createRun().setText(text);
        return paragraph;
    }
}
