package vn.dondoc.reading.format;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.util.ArrayList;
import java.util.List;
import vn.dondoc.reading.format.PdfPage.Glyph;
import vn.dondoc.reading.format.PdfPage.Rule;
import vn.dondoc.reading.ocr.Recogniser;
import vn.dondoc.reading.ocr.Recogniser.Word;

/** The image of a page as words and drawn lines, in points, so that it is laid out like a page with text. */
final class RecognisedPage {

    private static final float POINTS_PER_INCH = 72f;
    /** A drawn line is at least this long, in inches; the strokes of letters are shorter. */
    private static final float SHORTEST_RULE = 0.4f;
    private static final int DARK = 128;
    private static final int MOST_RULES = 4_000;

    private RecognisedPage() {
    }

    static PdfPage of(int number, BufferedImage image, int dpi, Recogniser recogniser) {
        float scale = POINTS_PER_INCH / dpi;
        List<Rule> rules = rules(image, dpi, scale);
        List<Glyph> glyphs = new ArrayList<>();
        for (Word word : recogniser.words(image, dpi)) {
            float size = Math.clamp(word.height() * scale, 6, 20);
            // A word's box ends below its base line by what its letters hang down
            glyphs.add(new Glyph(word.text(), word.left() * scale, (word.top() + word.height() * 0.85f) * scale, word.width() * scale, size, false));
        }
        return new PdfPage(number, image.getWidth() * scale, image.getHeight() * scale, onBaseLines(glyphs), rules, 1);
    }

    /** Words of a line get one base line: boxes differ with the letters in them. */
    private static List<Glyph> onBaseLines(List<Glyph> words) {
        List<Glyph> level = new ArrayList<>();
        for (Glyph word : words) {
            Glyph before = level.isEmpty() ? null : level.getLast();
            if (before != null && word.x() > before.x() && Math.abs(word.y() - before.y()) < before.size() * 0.6f) {
                level.add(new Glyph(word.text(), word.x(), before.y(), word.width(), before.size(), false));
            } else {
                level.add(word);
            }
        }
        return level;
    }

    private static List<Rule> rules(BufferedImage image, int dpi, float scale) {
        List<Rule> rules = new ArrayList<>();
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            int shortest = Math.round(SHORTEST_RULE * dpi);
            Raster raster = image.getRaster();
            collect(raster, true, shortest, scale, rules);
            collect(raster, false, shortest, scale, rules);
        }
        return rules;
    }

    /** Long dark runs in rows, or in columns, of dots; a thick line gives several that lie together. */
    private static void collect(Raster raster, boolean horizontal, int shortest, float scale, List<Rule> rules) {
        int lines = horizontal ? raster.getHeight() : raster.getWidth();
        int length = horizontal ? raster.getWidth() : raster.getHeight();
        int[] dots = new int[length];
        for (int at = 0; at < lines && rules.size() < MOST_RULES; at++) {
            if (horizontal) {
                raster.getSamples(0, at, length, 1, 0, dots);
            } else {
                raster.getSamples(at, 0, 1, length, 0, dots);
            }
            int from = 0;
            for (int i = 0; i <= length; i++) {
                if (i < length && dots[i] < DARK) {
                    continue;
                }
                if (i - from >= shortest) {
                    rules.add(horizontal ? new Rule(from * scale, at * scale, i * scale, at * scale) : new Rule(at * scale, from * scale, at * scale, i * scale));
                }
                from = i + 1;
            }
        }
    }
}
