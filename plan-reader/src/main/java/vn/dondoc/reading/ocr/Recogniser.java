package vn.dondoc.reading.ocr;

import java.awt.image.BufferedImage;
import java.util.List;
import vn.dondoc.reading.UnreadableException;

/** Recognises the words on the image of a page. */
public interface Recogniser {

    /** A word and where it stands in the image, in pixels; {@code confidence} from 0 to 1. */
    record Word(String text, int left, int top, int width, int height, double confidence) {
    }

    /**
     * The words in reading order, empty where there are none.
     *
     * @param dpi dots an inch of the image
     * @throws UnreadableException OCR_UNAVAILABLE where the program or its Vietnamese data are missing, TIMEOUT where
     *     the time for recognising is used up
     */
    List<Word> words(BufferedImage page, int dpi);
}
