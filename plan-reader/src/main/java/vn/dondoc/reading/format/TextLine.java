package vn.dondoc.reading.format;

import java.util.regex.Pattern;
import vn.dondoc.reading.text.Clean;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Label;

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
            "(kế hoạch|chương trình|chương trình hành động|nghị quyết|quyết định|chỉ thị|thông báo|báo cáo|quyết nghị|công văn|đề án|phương án)\\s*:?");
    private static final Pattern STANDS_ALONE = Pattern.compile("^(số\\s*:|nơi nhận|kính gửi|.{0,80}cộng hòa xã hội chủ nghĩa|độc lập\\s*-\\s*tự do)"
            + "|^\\p{L}[\\p{L} .]{1,40},\\s*ngày\\s.{0,12}tháng\\s.{0,8}năm[\\s\\d.…]*$");
    private static final Pattern SIGNATURE = Pattern.compile("^(KT|TM|TL|TUQ|T/M|Q|TM,? ?KT)\\s*\\.\\s*\\p{Lu}.*|^(PHÓ )?(CHỦ TỊCH|TRƯỞNG BAN|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG|BÍ THƯ)(\\s.*)?$");

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
        String text = marked;
        text = text.startsWith("> ") ? text.substring(2) : text;
        return text.replaceAll("<br\\s*/?>", " ").replaceAll("<(https?://[^>\\s]+)>", "$1")
                .replaceAll("\\\\([-.()#*+_\\[\\]])", "$1").replaceAll("(?<!^)\\*|^\\*(?! )", "").replace("__", "").replaceAll("^[<>]+|[<>]+$", "");
    }

    boolean isBlank() {
        return text.isBlank() && raw.isBlank() || text.isEmpty() && !isTableRow();
    }

    boolean isDecoration() {
        return !isTableRow() && DECORATION.matcher(text).matches();
    }

    boolean isTableRow() {
        return raw.strip().startsWith("|") || raw.contains("\t") && raw.strip().contains("\t");
    }

    String[] cells() {
        String row = raw.strip();
        if (row.startsWith("|")) {
            row = row.substring(1, row.endsWith("|") && row.length() > 1 ? row.length() - 1 : row.length());
            return row.split("(?<!\\\\)\\|", -1);
        }
        return raw.split("\t", -1);
    }

    boolean startsLabel() {
        return Label.of(text) != null;
    }

    /** A line that is never part of the paragraph before or after it. */
    boolean standsAlone() {
        String folded = Fold.fold(text);
        return STANDS_ALONE.matcher(folded).find() || isUpper() && KIND.matcher(folded).matches();
    }

    boolean opensSignature() {
        return SIGNATURE.matcher(text).matches();
    }

    /** Whether every letter is a capital. */
    boolean isUpper() {
        return text.equals(text.toUpperCase(java.util.Locale.ROOT)) && text.chars().anyMatch(Character::isLetter);
    }

    boolean startsLow() {
        int first = text.codePointAt(0);
        return Character.isLowerCase(first) || Character.isDigit(first) && !startsLabel() || first == ',' || first == ')';
    }

    boolean endsSentence() {
        return text.matches(".*[.;:!?…][\"”»)]?$");
    }

    String firstWord() {
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }
}
