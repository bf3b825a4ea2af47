package vn.dondoc.reading.format;

import java.util.List;

/** What stands on a page as it is shown: points from the top left corner. */
record PdfPage(int number, float width, float height, List<Glyph> glyphs, List<Rule> rules, int images) {

    /** A character, or a few that one code stands for; {@code y} is its base line. */
    record Glyph(String text, float x, float y, float width, float size, boolean bold) {

        float right() {
            return x + width;
        }
    }

    /** A drawn line, horizontal or vertical. */
    record Rule(float x0, float y0, float x1, float y1) {

        boolean isVertical() {
            return Math.abs(x1 - x0) < 1.5f;
        }

        boolean touches(Rule other, float slack) {
            return x0 - slack <= other.x1 && other.x0 - slack <= x1 && y0 - slack <= other.y1 && other.y0 - slack <= y1;
        }
    }
}
