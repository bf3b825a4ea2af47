package vn.dondoc.reading.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.reading.text.Search;

/**
 * Two columns kept apart by spaces or a tab in a text file (the head, the signature beside the recipients) are put one
 * after the other, the left one first.
 */
final class TextColumns {

    private static final Pattern GAP = Pattern.compile("(?<=\\S)(?: {4,}|\\s*\\t\\s*)(?=\\S)");
    private static final Pattern LETTER = Pattern.compile("(?iu).*(?:cộng h[oò][àa] xã hội|độc lập\\s*-|nơi nhận|ngày\\s.*tháng).*");
    private static final Pattern HEAD = Pattern.compile("(?iu).*(?:cộng h[oò][àa] xã hội|độc lập\\s*-).*");
    private static final int MOST_LINES = 40;

    private record Piece(String text, int from, int to) {
    }

    private TextColumns() {
    }

    static List<String> apart(String[] lines) {
        List<String> result = new ArrayList<>();
        int at = 0;
        while (at < lines.length) {
            List<Piece> pieces = pieces(lines[at]);
            if (pieces.size() == 2 && isColumns(lines, at)) {
                at = addBand(lines, at, pieces, result);
            } else {
                result.add(lines[at++]);
            }
        }
        return result;
    }

    private static List<Piece> pieces(String line) {
        List<Piece> pieces = new ArrayList<>();
        if (line.strip().startsWith("|")) {
            return pieces;
        }
        Matcher gap = Search.in(GAP, line);
        int from = line.length() - line.stripLeading().length();
        while (gap.find()) {
            pieces.add(new Piece(line.substring(from, gap.start()), from, gap.start()));
            from = gap.end();
        }
        if (!line.isBlank()) {
            pieces.add(new Piece(line.substring(from).strip(), from, line.stripTrailing().length()));
        }
        return pieces;
    }

    /** Only the parts of a letter that stand side by side; a table with tabs stays a table. */
    private static boolean isColumns(String[] lines, int at) {
        String line = lines[at];
        boolean letter = Search.matches(LETTER, line)
                || TextLine.of(pieces(line).get(1).text(), 0).opensSignature();
        boolean below = at + 1 < lines.length && Search.matches(HEAD, lines[at + 1]);
        return letter || below;
    }

    private static int addBand(String[] lines, int from, List<Piece> first, List<String> result) {
        List<String> left = new ArrayList<>();
        List<String> right = new ArrayList<>();
        int gapFrom = first.get(0).to();
        int gapTo = first.get(1).from();
        int at = from;
        for (; at < lines.length && at < from + MOST_LINES; at++) {
            List<Piece> pieces = pieces(lines[at]);
            if (pieces.isEmpty()) {
                continue;
            }
            boolean tabbed = lines[at].contains("\t");
            if (pieces.size() == 2 && (tabbed || pieces.get(0).to() < gapTo + 12 && pieces.get(1).from() > gapFrom - 12)) {
                left.add(pieces.get(0).text());
                right.add(pieces.get(1).text());
                gapFrom = Math.max(gapFrom, pieces.get(0).to());
            } else if (pieces.size() == 1 && pieces.get(0).from() >= gapTo - 12 && pieces.get(0).from() > 8) {
                right.add(pieces.get(0).text());
            } else if (pieces.size() == 1 && pieces.get(0).to() < gapTo && !endsBand(pieces.get(0).text(), lines, at, gapTo)) {
                left.add(pieces.get(0).text());
            } else {
                break;
            }
        }
        result.addAll(left);
        result.add("");
        result.addAll(right);
        result.add("");
        return at;
    }

    /** A short line at the left belongs to the column while it looks like one of its lines or a column line follows. */
    private static boolean endsBand(String text, String[] lines, int at, int gapTo) {
        if ("-–—−".indexOf(text.charAt(0)) >= 0 || TextLine.of(text, 0).isUpper() && !TextLine.of(text, 0).standsAlone()) {
            return false;
        }
        int blanks = 0;
        for (int next = at + 1; next < lines.length && blanks < 2; next++) {
            List<Piece> pieces = pieces(lines[next]);
            if (pieces.isEmpty()) {
                blanks++;
                continue;
            }
            return !(pieces.size() == 2 || pieces.get(0).from() >= gapTo - 12);
        }
        return !text.startsWith("Số");
    }
}
