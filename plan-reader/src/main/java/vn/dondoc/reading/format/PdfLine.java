package vn.dondoc.reading.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.dondoc.reading.format.PdfPage.Glyph;

/** A run of characters on one base line without a wide gap. */
record PdfLine(String text, float x, float right, float y, float size, boolean bold, float firstWordWidth) {

    private static final float WIDE_GAP = 22f;

    /** Lines from the top, pieces from the left; a wide gap separates columns. */
    static List<PdfLine> of(List<Glyph> glyphs) {
        List<Glyph> sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingDouble(Glyph::y));
        List<PdfLine> lines = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i == sorted.size() || sorted.get(i).y() - sorted.get(i - 1).y() > sorted.get(i).size() * 0.35f) {
                addPieces(sorted.subList(from, i), lines);
                from = i;
            }
        }
        return lines;
    }

    private static void addPieces(List<Glyph> row, List<PdfLine> lines) {
        List<Glyph> sorted = new ArrayList<>(row);
        sorted.sort(Comparator.comparingDouble(Glyph::x));
        List<Glyph> piece = new ArrayList<>();
        Glyph before = null;
        for (Glyph glyph : sorted) {
            if (glyph.text().isBlank() && before == null) {
                continue;
            }
            if (before != null && glyph.x() - before.right() > WIDE_GAP) {
                add(piece, lines);
                piece.clear();
            }
            piece.add(glyph);
            before = glyph;
        }
        add(piece, lines);
    }

    private static void add(List<Glyph> piece, List<PdfLine> lines) {
        StringBuilder text = new StringBuilder();
        Glyph before = null;
        float right = 0;
        float size = 0;
        int bold = 0;
        float firstWordEnd = 0;
        for (Glyph glyph : piece) {
            boolean apart = before != null && glyph.x() - before.right() > Math.max(1f, glyph.size() * 0.22f);
            boolean twice = before != null && glyph.text().equals(before.text()) && Math.abs(glyph.x() - before.x()) < 0.4f;
            if (twice) {
                continue;
            }
            boolean space = glyph.text().isBlank() || apart;
            firstWordEnd = firstWordEnd == 0 && space && before != null ? before.right() : firstWordEnd;
            if (apart && !text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
            text.append(glyph.text());
            right = glyph.text().isBlank() ? right : Math.max(right, glyph.right());
            size = Math.max(size, glyph.size());
            bold += glyph.bold() ? 1 : 0;
            before = glyph;
        }
        if (!text.toString().isBlank()) {
            lines.add(new PdfLine(text.toString().strip(), piece.getFirst().x(), right, piece.getFirst().y(), size, bold * 2 > piece.size(),
                    (firstWordEnd == 0 ? right : firstWordEnd) - piece.getFirst().x()));
        }
    }

    float width() {
        return right - x;
    }

    float middle() {
        return (x + right) / 2;
    }
}
