package vn.dondoc.reading.format;

import java.util.ArrayList;
import java.util.List;

/** Text in two columns (the head, the signature beside the recipients): the left column is read first. */
final class PdfColumns {

    private PdfColumns() {
    }

    static List<PdfLine> inReadingOrder(List<PdfLine> lines) {
        List<PdfLine> ordered = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            int end = bandEnd(lines, at, ordered);
            at = Math.max(end, at + 1);
        }
        return ordered;
    }

    /** A band begins where two pieces share a line and goes on while no line crosses the gap between the columns. */
    private static int bandEnd(List<PdfLine> lines, int from, List<PdfLine> ordered) {
        PdfLine first = lines.get(from);
        if (from + 1 >= lines.size() || !sameLine(first, lines.get(from + 1))) {
            ordered.add(first);
            return from + 1;
        }
        float gapLeft = first.right();
        float gapRight = lines.get(from + 1).x();
        PdfLine opposite = lines.get(from + 1);
        int end = from;
        while (end < lines.size()) {
            PdfLine line = lines.get(end);
            boolean left = line.right() <= gapRight - 4;
            boolean right = line.x() >= gapLeft + 4 && Math.abs(line.middle() - opposite.middle()) < Math.max(60, opposite.width() * 0.3f);
            boolean far = end > from && line.y() - lines.get(end - 1).y() > line.size() * 7;
            if (!left && !right || far) {
                break;
            }
            if (left && (!right || line.middle() < (gapLeft + gapRight) / 2)) {
                gapLeft = Math.max(gapLeft, line.right());
            } else {
                gapRight = Math.min(gapRight, line.x());
            }
            end++;
        }
        float gap = (gapLeft + gapRight) / 2;
        List<PdfLine> band = lines.subList(from, end);
        band.stream().filter(line -> line.middle() < gap).forEach(ordered::add);
        band.stream().filter(line -> line.middle() >= gap).forEach(ordered::add);
        return end;
    }

    private static boolean sameLine(PdfLine a, PdfLine b) {
        return Math.abs(a.y() - b.y()) < 2 && b.x() > a.right();
    }
}
