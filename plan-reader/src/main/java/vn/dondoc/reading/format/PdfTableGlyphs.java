package vn.dondoc.reading.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.dondoc.reading.format.PdfPage.Glyph;

/** The characters of a table by the field of its grid in which each stands. */
final class PdfTableGlyphs {

    private final List<Glyph> glyphs;
    private final int columns;
    /** For each field the places of its characters in the order of the page; null where it has none. */
    private final int[][] fields;
    private final int[] counts;

    PdfTableGlyphs(List<Float> xs, List<Float> ys, List<Glyph> glyphs) {
        this.glyphs = glyphs;
        this.columns = xs.size() - 1;
        this.fields = new int[columns * (ys.size() - 1)][];
        this.counts = new int[fields.length];
        for (int i = 0; i < glyphs.size(); i++) {
            Glyph glyph = glyphs.get(i);
            int row = between(ys, glyph.y() - glyph.size() * 0.3f);
            int column = between(xs, glyph.x() + glyph.width() / 2);
            if (row >= 0 && column >= 0) {
                add(row * columns + column, i);
            }
        }
    }

    private void add(int field, int glyph) {
        int[] places = fields[field];
        if (places == null) {
            places = new int[16];
        } else if (counts[field] == places.length) {
            places = Arrays.copyOf(places, places.length * 2);
        }
        places[counts[field]++] = glyph;
        fields[field] = places;
    }

    /** The last line at or before a position, below 0 where that is outside. */
    private static int between(List<Float> lines, float at) {
        int low = 0;
        int high = lines.size() - 1;
        if (!(at >= lines.getFirst() && at < lines.getLast())) {
            return -1;
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (at >= lines.get(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Those of a range of fields, both ends included, in the order of the page. */
    List<Glyph> within(int top, int bottom, int left, int right) {
        int[] places = new int[0];
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                int field = row * columns + column;
                int before = places.length;
                if (counts[field] > 0) {
                    places = Arrays.copyOf(places, before + counts[field]);
                    System.arraycopy(fields[field], 0, places, before, counts[field]);
                }
            }
        }
        Arrays.sort(places);
        List<Glyph> found = new ArrayList<>(places.length);
        for (int place : places) {
            found.add(glyphs.get(place));
        }
        return found;
    }
}
