package vn.dondoc.reading.format;

import java.util.regex.Pattern;
import vn.dondoc.reading.text.Clean;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Label;
import vn.dondoc.reading.text.Search;

/**
 * A line of a text file without the marks of its form.
 *
 * @param raw with its tabs and pipes
 * @param blanks empty lines before it
 * @param heading level by leading number signs, 0 without
 */
record TextLine(String raw, String text, int blanks, int heading, boolean bold) {

    private static final Pattern DECORATION = Pattern.compile("[-–—_=*~. ]{3,}|[-–—\\s]*(?:trang\\s*)?[1-9]\\d{0,2}(?:\\s*/\\s*\\d{1,3})?[-–—\\s]*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern KIND = Pattern.compile(
            "(kế hoạch|chương trình|chương trình hành động|nghị quyết|quyết định|chỉ thị|thông báo|báo cáo|quyết nghị|công văn|đề án|phương án|của (?:ban (?:chấp hành|thường vụ)|đảng ủy|ủy ban nhân dân|hội đồng nhân dân|ubnd|hđnd|thủ tướng|chính phủ|chủ tịch)[^.;]{0,60})\\s*:?");
    private static final Pattern STANDS_ALONE = Pattern.compile("^(khóa [ivx\\d]{1,6}\\s*,\\s*kỳ họp|số\\s*:|nơi nhận|kính gửi|.{0,80}cộng hòa xã hội chủ nghĩa|độc lập\\s*-\\s*tự do)"
            + "|^\\p{L}[\\p{L} .]{1,40},\\s*ngày\\s.{0,12}tháng\\s.{0,8}năm[\\s\\d.…]*$");
    private static final Pattern SIGNATURE = Pattern.compile("^(KT|TM|TL|TUQ|T/M|Q|TM,? ?KT)\\s*\\.\\s*\\p{Lu}.*|^(PHÓ )?(CHỦ TỊCH|TRƯỞNG BAN|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG|BÍ THƯ|TỔ TRƯỞNG|TRƯỞNG CÔNG AN|CHỈ HUY TRƯỞNG|HIỆU TRƯỞNG)(\\s.*)?$");

    private static final String MARKS = "<>*_\\";
    private static final Pattern LINE_BREAK = Pattern.compile("<br\\s*/?>");
    private static final Pattern ADDRESS = Pattern.compile("<(https?://[^>\\s]+)>");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([-.()#*+_\\[\\]])");
    private static final Pattern STARS = Pattern.compile("^\\*(?! )|(?<=\\S)\\*|(?<!^)\\*(?! (?!Số\\s)\\p{Lu}\\p{Ll})");
    private static final Pattern ANGLES = Pattern.compile("^[<>]+|[<>]+$");
    private static final Pattern BETWEEN_PIPES = Pattern.compile("(?<!\\\\)\\|");

    static TextLine of(String raw, int blanks) {
        String text = raw.strip();
        int heading = 0;
        while (heading < text.length() && text.charAt(heading) == '#') {
            heading++;
        }
        text = text.substring(heading).strip();
        boolean bold = text.startsWith("**") && text.endsWith("**") && text.length() > 4;
        return new TextLine(raw, Clean.line(unmarked(text)), blanks, heading, bold);
    }

    private static String unmarked(String marked) {
        if (!isMarked(marked)) {
            return marked;
        }
        String text = marked.startsWith("> ") ? marked.substring(2) : marked;
        text = ADDRESS.matcher(LINE_BREAK.matcher(text).replaceAll(" ")).replaceAll("$1");
        text = STARS.matcher(ESCAPED.matcher(text).replaceAll("$1")).replaceAll("");
        return ANGLES.matcher(text.replace("__", "")).replaceAll("");
    }

    private static boolean isMarked(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (MARKS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    boolean isBlank() {
        return text.isBlank() && raw.isBlank() || text.isEmpty() && !isTableRow();
    }

    boolean isDecoration() {
        return !isTableRow() && Search.matches(DECORATION, text);
    }

    boolean isTableRow() {
        return raw.strip().startsWith("|") || raw.contains("\t") && raw.strip().contains("\t");
    }

    String[] cells() {
        String row = raw.strip();
        if (row.startsWith("|")) {
            row = row.substring(1, row.endsWith("|") && row.length() > 1 ? row.length() - 1 : row.length());
            return BETWEEN_PIPES.split(row, -1);
        }
        return raw.split("\t", -1);
    }

    boolean startsLabel() {
        return Label.of(text) != null;
    }

    /** A line that is never part of the paragraph before or after it. */
    boolean standsAlone() {
        String folded = Fold.fold(text);
        return Search.finds(STANDS_ALONE, folded) || isUpper() && Search.matches(KIND, folded);
    }

    boolean opensSignature() {
        return Search.matches(SIGNATURE, text);
    }

    /** Whether every letter is a capital. */
    boolean isUpper() {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return false;
            }
        }
        return text.equals(text.toUpperCase(java.util.Locale.ROOT)) && text.chars().anyMatch(Character::isLetter);
    }

    boolean startsLow() {
        int first = text.codePointAt(0);
        return Character.isLowerCase(first) || Character.isDigit(first) && !startsLabel() || first == ',' || first == ')';
    }

    boolean endsSentence() {
        int last = text.length() - 1;
        last -= last >= 0 && "\"”»)".indexOf(text.charAt(last)) >= 0 ? 1 : 0;
        return last >= 0 && ".;:!?…".indexOf(text.charAt(last)) >= 0;
    }

    /** Whether a word goes on after the line. */
    boolean endsInHyphen() {
        return endsInHyphen(text);
    }

    static boolean endsInHyphen(CharSequence text) {
        int last = text.length() - 1;
        return last > 0 && (text.charAt(last) == '-' || text.charAt(last) == '/') && isLetterOrNumber(Character.codePointBefore(text, last));
    }

    private static boolean isLetterOrNumber(int c) {
        return Character.isLetter(c) || ((1 << Character.DECIMAL_DIGIT_NUMBER | 1 << Character.LETTER_NUMBER | 1 << Character.OTHER_NUMBER) >> Character.getType(c) & 1) == 1;
    }

    String firstWord() {
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }
}
