package vn.dondoc.reading.format;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import vn.dondoc.reading.UnreadableCode;
import vn.dondoc.reading.UnreadableException;
import vn.dondoc.reading.ocr.Recogniser;
import vn.dondoc.reading.text.TextDocument;

/**
 * PDF: lines and ruled tables are found by where characters and lines stand on the page; pages that are pictures are
 * recognised where that is possible.
 */
final class PdfExtractor implements Extractor {

    private static final int MOST_PAGES = 600;
    /** A page with fewer characters than this and an image is a scan. */
    private static final int LEAST_CHARACTERS = 20;
    private static final int DPI = 300;
    private static final int COARSEST = 72;
    /** A little more than A4 at 300 dots an inch; a larger page is drawn coarser. */
    private static final double MOST_DOTS = 10_000_000;
    private static final float POINTS_PER_INCH = 72f;

    static {
        BundledFont.use();
    }

    private final Recogniser recogniser;

    PdfExtractor(Recogniser recogniser) {
        this.recogniser = recogniser;
    }

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

    private TextDocument read(PDDocument pdf) throws IOException {
        PdfPageReader reader = new PdfPageReader();
        reader.writeText(pdf, Writer.nullWriter());
        List<PdfPage> pages = reader.pages();
        TextDocument.Builder document = new TextDocument.Builder();
        boolean scanned = pages.stream().anyMatch(PdfExtractor::isScan);
        boolean written = pages.stream().anyMatch(page -> page.glyphs().size() >= LEAST_CHARACTERS);
        if (!written && !scanned) {
            throw new UnreadableException(UnreadableCode.NO_TEXT, pages.size() + " pages without text");
        }
        new PdfLayout(document).lay(scanned ? recognised(pdf, pages, written, document) : pages);
        return document.build();
    }

    private static boolean isScan(PdfPage page) {
        return page.glyphs().size() < LEAST_CHARACTERS && page.images() > 0;
    }

    /** Without the program a document that has text elsewhere is read as far as it has, with a warning. */
    private List<PdfPage> recognised(PDDocument pdf, List<PdfPage> pages, boolean written, TextDocument.Builder document) throws IOException {
        CheckedRenderer renderer = new CheckedRenderer(pdf);
        renderer.setSubsamplingAllowed(true);
        List<PdfPage> all = new ArrayList<>();
        boolean read = written;
        boolean possible = true;
        for (PdfPage page : pages) {
            if (!isScan(page) || !possible) {
                all.add(page);
                continue;
            }
            try {
                int dpi = resolution(pdf.getPage(page.number() - 1).getCropBox());
                all.add(RecognisedPage.of(page.number(), renderer.renderImageWithDPI(page.number() - 1, dpi, ImageType.GRAY), dpi, recogniser));
                document.note("TEXT_RECOGNISED");
                read = true;
            } catch (UnreadableException unable) {
                if (!read) {
                    throw unable;
                }
                document.note("PAGES_WITHOUT_TEXT");
                all.add(page);
                possible = false;
            }
        }
        return all;
    }

    private static int resolution(PDRectangle box) {
        double dots = box.getWidth() / POINTS_PER_INCH * DPI * (box.getHeight() / POINTS_PER_INCH * DPI);
        return dots <= MOST_DOTS ? DPI : Math.max(COARSEST, (int) (DPI * Math.sqrt(MOST_DOTS / dots)));
    }
}
