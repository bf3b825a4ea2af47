package vn.dondoc.reading.format;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import vn.dondoc.reading.UnreadableCode;
import vn.dondoc.reading.UnreadableException;
import vn.dondoc.reading.ocr.Gray;
import vn.dondoc.reading.ocr.Recogniser;
import vn.dondoc.reading.text.TextDocument;

/** Pictures of pages (.png, .jpg, .tif with several pages): their text is recognised. */
final class ImageExtractor implements Extractor {

    /** A4 at 600 dots an inch; what claims more is no page. */
    private static final long MOST_DOTS = 40_000_000;
    /** A4 at 300 dots an inch and some; a larger picture is read coarser. */
    private static final long ENOUGH_DOTS = 10_000_000;
    private static final int MOST_PAGES = 40;
    /** What a scanner usually makes; tesseract needs an idea of how large letters are. */
    private static final int A4_INCHES = 12;

    private final Recogniser recogniser;

    ImageExtractor(Recogniser recogniser) {
        this.recogniser = recogniser;
    }

    @Override
    public TextDocument extract(byte[] file) {
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new UnreadableException(UnreadableCode.FILE_CORRUPT, "an image that cannot be decoded");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, false, true);
                return read(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException broken) {
            throw new UnreadableException(UnreadableCode.FILE_CORRUPT, String.valueOf(broken.getMessage()));
        }
    }

    private TextDocument read(ImageReader reader) throws IOException {
        TextDocument.Builder document = new TextDocument.Builder();
        List<PdfPage> pages = new ArrayList<>();
        int count = Math.min(reader.getNumImages(true), MOST_PAGES);
        for (int i = 0; i < count; i++) {
            try {
                BufferedImage image = decoded(reader, i);
                pages.add(RecognisedPage.of(i + 1, Gray.of(image), Math.clamp(Math.max(image.getHeight(), image.getWidth()) / A4_INCHES, 100, 600), recogniser));
            } catch (UnreadableException late) {
                if (late.code() != UnreadableCode.TIMEOUT || pages.isEmpty()) {
                    throw late;
                }
                document.note("PAGES_WITHOUT_TEXT");
                break;
            }
        }
        document.note("TEXT_RECOGNISED");
        new PdfLayout(document).lay(pages);
        return document.build();
    }

    private static BufferedImage decoded(ImageReader reader, int at) throws IOException {
        long dots = (long) reader.getWidth(at) * reader.getHeight(at);
        if (dots > MOST_DOTS) {
            throw new UnreadableException(UnreadableCode.TOO_LARGE, "an image of " + dots + " dots");
        }
        int step = dots > ENOUGH_DOTS ? 2 : 1;
        ImageReadParam coarser = reader.getDefaultReadParam();
        coarser.setSourceSubsampling(step, step, 0, 0);
        return reader.read(at, coarser);
    }
}
