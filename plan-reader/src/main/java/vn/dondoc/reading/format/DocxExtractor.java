package vn.dondoc.reading.format;

import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
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
        try (DocxFile word = DocxFile.open(file)) {
            TextDocument.Builder document = new TextDocument.Builder();
            new Body(new DocxNumbers(word.numbering(), word.styles()), document).read(word.body());
            return document.build();
        } catch (IOException | OpenXML4JException | XmlException broken) {
            throw new UnreadableException(UnreadableCode.FILE_CORRUPT, String.valueOf(broken.getMessage()));
        }
    }

    private static int heading(CTP paragraph) {
        String style = DocxNumbers.styleOf(paragraph);
        if (style == null) {
            return 0;
        }
        if (Search.matches(HEADING, style)) {
            return style.charAt(style.length() - 1) - '0';
        }
        return Search.matches(TITLE, style) ? 1 : 0;
    }

    private static boolean isCentred(CTP paragraph) {
        return paragraph.getPPr() != null && paragraph.getPPr().isSetJc() && paragraph.getPPr().getJc().getVal() == STJc.CENTER;
    }

    /** Reads the parts of a document in order, content controls included. */
    private static final class Body {

        private final DocxNumbers numbers;
        private final TextDocument.Builder document;

        Body(DocxNumbers numbers, TextDocument.Builder document) {
            this.numbers = numbers;
            this.document = document;
        }

        void read(XmlObject container) {
            try (XmlCursor cursor = container.newCursor()) {
                for (boolean more = cursor.toFirstChild(); more; more = cursor.toNextSibling()) {
                    XmlObject part = cursor.getObject();
                    switch (part) {
                        case CTP paragraph -> readParagraph(paragraph);
                        case CTTbl table -> document.table(new DocxTable(numbers).rows(table), null);
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
            DocxText read = DocxText.of(source);
            String text = read.text().isBlank() ? "" : numbers.before(source) + read.text();
            Style style = new Style(heading(source), read.isBold(), isCentred(source));
            for (String line : text.split("\n")) {
                document.paragraph(line, style, null);
            }
            read.boxes().forEach(document::paragraph);
        }
    }
}
