package vn.dondoc.reading.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import vn.dondoc.reading.UnreadableCode;
import vn.dondoc.reading.UnreadableException;
import vn.dondoc.reading.text.TextDocument;

/** PDF with a text layer: lines and ruled tables are found by where characters and lines stand on the page. */
final class PdfExtractor implements Extractor {

    private static final int MOST_PAGES = 600;
    /** A page with fewer characters than this and an image is a scan. */
    private static final int LEAST_CHARACTERS = 20;

    @Override
    public TextDocument extract(byte[] file) {
        try (PDDocument pdf = Loader.loadPDF(file, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            if (pdf.getNumberOfPages() > MOST_PAGES) {
                throw new UnreadableException(UnreadableCode.TOO_LARGE, pdf.getNumberOfPages() + " pages");
            }
            return read(pdf);
        } catch (InvalidPasswordException encrypted) {
            throw new UnreadableException(UnreadableCode.FILE_ENCRYPTED, "needs a password");
        } catch (IOException broken) {
            throw new UnreadableException(UnreadableCode.FILE_CORRUPT, String.valueOf(broken.getMessage()));
        }
    }

    private static TextDocument read(PDDocument pdf) throws IOException {
        PdfPageReader reader = new PdfPageReader();
        reader.writeText(pdf, Writer.nullWriter());
        List<PdfPage> pages = reader.pages();
        TextDocument.Builder document = new TextDocument.Builder();
        long scanned = pages.stream().filter(page -> page.glyphs().size() < LEAST_CHARACTERS && page.images() > 0).count();
        long written = pages.stream().filter(page -> page.glyphs().size() >= LEAST_CHARACTERS).count();
        if (written == 0) {
            throw new UnreadableException(UnreadableCode.NO_TEXT, pages.size() + " pages without text");
        }
        if (scanned > 0) {
            document.note("PAGES_WITHOUT_TEXT");
        }
        new PdfLayout(document).lay(pages);
        return document.build();
    }
}
