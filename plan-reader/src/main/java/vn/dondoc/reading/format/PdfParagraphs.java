package vn.dondoc.reading.format;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.text.Clean;
import vn.dondoc.reading.text.Search;
import vn.dondoc.reading.text.Style;
import vn.dondoc.reading.text.TextDocument;

/** Joins lines of a page to paragraphs by indents, by what would have fitted on a line, and by marks of lists. */
final class PdfParagraphs {

    /** A longer line below capitals is a sentence: the body that decides stands above it, and no office that signs. */
    private static final int LONGEST_OF_SIGNATURE = 60;
    private static final Pattern STEP = Pattern.compile("^(?:Bước|Giai đoạn|Đợt|Nhiệm vụ|Điều|Tháng|Tuần)\\s+(?:\\d{1,2}|[IVX]{1,4})\\s*[:.].*");

    private final TextDocument.Builder document;
    private final StringBuilder text = new StringBuilder();
    private @Nullable PdfLine first;
    private @Nullable PdfLine last;
    private float left;
    private float right;
    /** Where the longest line of the pages so far ends; a page of another width begins anew. */
    private float edge;
    private float pageWidth;
    private int page;
    private int paragraphPage;
    private boolean startsLabel;
    private boolean pageTurned;
    private boolean signing;

    PdfParagraphs(TextDocument.Builder document) {
        this.document = document;
    }

    /** The margins are where most lines of the page begin and end. */
    void beginPage(int number, float width, List<PdfLine> lines) {
        page = number;
        pageTurned = true;
        double[] rights = lines.stream().mapToDouble(PdfLine::right).sorted().toArray();
        double[] lefts = lines.stream().mapToDouble(PdfLine::x).sorted().toArray();
        right = rights.length == 0 ? 0 : (float) rights[Math.max(0, rights.length * 9 / 10 - (rights.length > 9 ? 0 : 1))];
        edge = Math.max(Math.abs(width - pageWidth) < 1 ? edge : 0, rights.length == 0 ? 0 : (float) rights[rights.length - 1]);
        pageWidth = width;
        left = lefts.length == 0 ? 0 : (float) Arrays.stream(lefts).limit(Math.max(1, lefts.length / 3)).max().orElse(0);
    }

    void add(PdfLine line) {
        PdfLine before = last;
        boolean joins = before != null && continues(before, line);
        if (!joins) {
            close();
            first = line;
            startsLabel = plain(line).startsLabel();
            paragraphPage = page;
        } else if (!TextLine.endsInHyphen(text)) {
            text.append(' ');
        }
        text.append(line.text());
        TextLine plain = plain(line);
        signing = plain.opensSignature() || signing && !plain.startsLabel() && (plain.isUpper() || plain.text().length() <= LONGEST_OF_SIGNATURE);
        last = line;
        pageTurned = false;
    }

    void close() {
        PdfLine begin = first;
        if (begin != null && !text.isEmpty()) {
            boolean centred = begin.x() > left + 20 && Math.abs(begin.middle() - (left + right) / 2) < 25;
            document.paragraph(text.toString(), new Style(0, begin.bold(), centred), paragraphPage);
        }
        text.setLength(0);
        first = null;
        last = null;
    }

    private static TextLine plain(PdfLine line) {
        return TextLine.of(Clean.line(line.text()), 0);
    }

    private boolean continues(PdfLine before, PdfLine line) {
        TextLine a = plain(before);
        TextLine b = plain(line);
        if (b.text().isEmpty() || a.text().isEmpty() || a.standsAlone() || b.standsAlone() || signing || b.opensSignature() || a.opensSignature()) {
            return false;
        }
        boolean hyphen = a.endsInHyphen();
        boolean full = full(before, line);
        if (b.startsLabel()) {
            return full && !a.endsSentence() && !indented(line) && !a.isUpper() && LineJoiner.splitByTheBreak(a, b, true);
        }
        if (hyphen) {
            return true;
        }
        boolean small = b.startsLow();
        boolean titleEnds = before.bold() && !line.bold() && !startsLabel;
        if (titleEnds && !small || a.endsSentence() && Search.matches(STEP, b.text()) || a.endsSentence() && before.right() + line.firstWordWidth() + before.size() * 0.35f <= edge - 3) {
            return false;
        }
        boolean apart = !pageTurned && line.y() - before.y() > before.size() * 2.6f || line.y() < before.y() && !pageTurned;
        if (apart && !small) {
            return false;
        }
        if (centred(before) && centred(line) && !apart && before.bold() == line.bold() && a.isUpper() == b.isUpper()) {
            return small || !a.endsSentence() && before.width() > (right - left) * 0.55f;
        }
        if (small && !a.endsSentence()) {
            return true;
        }
        return full && !indented(line) && a.isUpper() == b.isUpper() || small && full && !indented(line);
    }

    private boolean centred(PdfLine line) {
        return line.x() > left + 12 && Math.abs(line.middle() - (left + right) / 2) < 20;
    }

    private boolean full(PdfLine before, PdfLine line) {
        return before.right() + line.firstWordWidth() + before.size() * 0.35f > right - 3;
    }

    private boolean indented(PdfLine line) {
        return line.x() > left + 9;
    }
}
