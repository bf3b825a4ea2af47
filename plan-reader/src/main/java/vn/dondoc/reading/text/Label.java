package vn.dondoc.reading.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The mark that opens an item of a list or a heading: "II.", "2.1.", "a)", "(3)", "-", "+".
 *
 * @param ordinal as printed, without final point or bracket
 * @param number its place in its list from 1, 0 where it has none
 * @param length of the mark and the space after it
 */
public record Label(Family family, String ordinal, int number, int length) {

    /** In the usual order from the outside in; equal ranks nest in the order in which a document uses them. */
    public enum Family {
        PART(2), CHAPTER(3), ARTICLE(5), UPPER(6), ROMAN(6), NUMBER(10), NUMBER_2(11), NUMBER_2_LETTER(12),
        NUMBER_3(13), NUMBER_4(14), LETTER(20), BRACKET(20), STAR(26), DASH(30), PLUS(40);

        private final int rank;

        Family(int rank) {
            this.rank = rank;
        }

        public int rank() {
            return rank;
        }

        public boolean isBullet() {
            return rank >= 30;
        }
    }

    private static final Pattern PART = Pattern.compile(
            "^(?:phần|mục)\\s+(thứ\\s+\\p{L}+|[ivx]{1,5}|\\d{1,2})\\s*(?:[.:]\\s*|$)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern CHAPTER = Pattern.compile(
            "^chương\\s+([ivx]{1,5}|\\d{1,2})\\s*(?:[.:]\\s*|$)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ARTICLE = Pattern.compile("^[ĐđĐ]iều\\s+(\\d{1,3})\\s*[.:]\\s*");
    private static final Pattern ROMAN = Pattern.compile("^([IVX]{1,6})(?:\\s*[.)/:]\\s*|\\s*[-–—−]\\s+)(?=\\S)");
    private static final Pattern UPPER = Pattern.compile("^([A-HKĐ])\\s*[.)/]\\s+(?=\\S)");
    private static final Pattern NUMBER = Pattern.compile(
            "^(\\d{1,2}(?:\\.\\d{1,2}){0,3})(\\.?[a-zđ])?(?:\\s*[.)](?!\\d)\\s*|\\s*[/-]\\s+|(?<=\\.\\d{1,2})\\s*:?\\s+)(?=\\S)");
    private static final Pattern BRACKET = Pattern.compile("^\\(\\s*(\\d{1,2}|[a-zđ]|[ivx]{1,4})\\s*\\)\\s*(?=\\S)");
    private static final Pattern LETTER = Pattern.compile("^([a-zđ]\\d?)\\s*(?:\\)\\s*|[./]\\s+)(?=\\S)");
    private static final Pattern DASH = Pattern.compile("^[-–—−]\\s*(?=[^\\s\\d-])|^[-–—−]\\s+(?=\\d)(?!20\\d{2}\\s*$)");
    private static final Pattern PLUS = Pattern.compile("^\\+\\s*(?=\\S)");
    private static final Pattern STAR = Pattern.compile("^\\*\\)?\\s*(?=\\S)");

    /** The mark at the beginning of a text, null where there is none. */
    public static @Nullable Label of(String text) {
        if (text.isEmpty()) {
            return null;
        }
        return switch (text.charAt(0)) {
            case '-', '–', '—', '−' -> bullet(Family.DASH, DASH, text);
            case '+' -> bullet(Family.PLUS, PLUS, text);
            case '*' -> bullet(Family.STAR, STAR, text);
            case '(' -> simple(Family.BRACKET, BRACKET, text);
            default -> Character.isDigit(text.charAt(0)) ? number(text) : worded(text);
        };
    }

    private static @Nullable Label bullet(Family family, Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? new Label(family, text.substring(0, 1), 0, matcher.end()) : null;
    }

    private static @Nullable Label simple(Family family, Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return null;
        }
        String ordinal = matcher.group(1);
        return new Label(family, ordinal, placeOf(family, ordinal), matcher.end());
    }

    private static @Nullable Label number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.find() || text.charAt(0) == '0') {
            return null;
        }
        String figures = matcher.group(1);
        int depth = (int) figures.chars().filter(c -> c == '.').count() + 1;
        int last = Integer.parseInt(figures.substring(figures.lastIndexOf('.') + 1));
        if (matcher.group(2) != null) {
            String letter = matcher.group(2);
            return new Label(Family.NUMBER_2_LETTER, figures + letter, letter.charAt(letter.length() - 1) - 'a' + 1, matcher.end());
        }
        Family family = switch (depth) {
            case 1 -> Family.NUMBER;
            case 2 -> Family.NUMBER_2;
            case 3 -> Family.NUMBER_3;
            default -> Family.NUMBER_4;
        };
        return new Label(family, figures, last, matcher.end());
    }

    private static @Nullable Label worded(String text) {
        Label label = simple(Family.ROMAN, ROMAN, text);
        label = label != null ? label : simple(Family.UPPER, UPPER, text);
        label = label != null ? label : simple(Family.LETTER, LETTER, text);
        label = label != null ? label : simple(Family.ARTICLE, ARTICLE, text);
        label = label != null ? label : simple(Family.PART, PART, text);
        return label != null ? label : simple(Family.CHAPTER, CHAPTER, text);
    }

    private static int placeOf(Family family, String ordinal) {
        if (ordinal.chars().allMatch(Character::isDigit)) {
            return Integer.parseInt(ordinal);
        }
        return switch (family) {
            case ROMAN, PART, CHAPTER -> Roman.value(ordinal);
            default -> "abcdđeghiklmnopqrstuvxy".indexOf(Character.toLowerCase(ordinal.charAt(0))) + 1;
        };
    }
}
