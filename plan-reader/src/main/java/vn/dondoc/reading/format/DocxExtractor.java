package vn.dondoc.reading.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import vn.dondoc.reading.UnreadableCode;
import vn.dondoc.reading.UnreadableException;
import vn.dondoc.reading.text.Search;
import vn.dondoc.reading.text.Style;
import vn.dondoc.reading.text.TextDocument;

/** Word documents: paragraphs with the numbers Word computes, and tables with their merged cells. */
final class DocxExtractor implements Extractor {

    private static final Pattern HEADING = Pattern.compile("(?i)heading\\s?[1-9]");
    private static final Pattern TITLE = Pattern.compile("(?i)(sub)?title");

    @Override
    public TextDocument extract(byte[] file) {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file))) {
            TextDocument.Builder document = new TextDocument.Builder();
            new Body(word, document).read(word.getDocument().getBody());
            return document.build();
        } catch (IOException broken) {
            throw new UnreadableException(UnreadableCode.FILE_CORRUPT, String.valueOf(broken.getMessage()));
        }
    }

    static int heading(XWPFParagraph paragraph) {
        String style = paragraph.getStyleID();
        if (style == null) {
            return 0;
        }
        if (Search.matches(HEADING, style)) {
            return style.charAt(style.length() - 1) - '0';
        }
        return Search.matches(TITLE, style) ? 1 : 0;
    }

    static boolean isBold(XWPFParagraph paragraph) {
        List<XWPFRun> written = paragraph.getRuns().stream().filter(run -> !run.text().isBlank()).toList();
        return !written.isEmpty() && written.stream().allMatch(XWPFRun::isBold);
    }

    /** Reads the parts of a document in order, content controls included. */
    private static final class Body {

        private final XWPFDocument word;
        private final DocxNumbers numbers;
        private final TextDocument.Builder document;

        Body(XWPFDocument word, TextDocument.Builder document) {
            this.word = word;
            this.numbers = new DocxNumbers(word);
            this.document = document;
        }

        void read(XmlObject container) {
            try (XmlCursor cursor = container.newCursor()) {
                for (boolean more = cursor.toFirstChild(); more; more = cursor.toNextSibling()) {
                    XmlObject part = cursor.getObject();
                    switch (part) {
                        case CTP paragraph -> readParagraph(paragraph);
                        case CTTbl table -> document.table(new DocxTable(word, numbers).rows(table), null);
                        default -> {
                            if (DocxTable.holdsContent(cursor.getName().getLocalPart())) {
                                read(part);
                            }
                        }
                    }
                }
            }
        }

        private void readParagraph(CTP source) {
            XWPFParagraph paragraph = new XWPFParagraph(source, word);
            DocxText read = DocxText.of(source);
            String text = read.text().isBlank() ? "" : numbers.before(paragraph) + read.text();
            Style style = new Style(heading(paragraph), isBold(paragraph), paragraph.getAlignment() == ParagraphAlignment.CENTER);
            for (String line : text.split("\n")) {
                document.paragraph(line, style, null);
            }
            read.boxes().forEach(document::paragraph);
        }
    }
}
