package vn.dondoc.notification.channel;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Words as every phone shows them and one message holds them: without marks, in 160 characters. */
final class SmsText {

    static final int LONGEST = 160;

    /** What each part of a longer one holds. */
    private static final int PART = 153;
    /** Characters of the extension of the alphabet of short messages: each takes the room of two. */
    private static final String DOUBLE = "^{}\\[~]|";
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^\\x20-\\x7e]|`");

    private SmsText() {}

    static String plain(String words) {
        var ascii = folded(words);
        return units(ascii) <= LONGEST ? ascii : cut(ascii);
    }

    /** Whether {@link #plain} loses the end of it. */
    static boolean isCut(String words) {
        return units(folded(words)) > LONGEST;
    }

    /** How much room it takes. */
    static int units(String plain) {
        return plain.length() + Math.toIntExact(plain.chars().filter(character -> DOUBLE.indexOf(character) >= 0).count());
    }

    /** How many short messages it is paid as. */
    static int segments(String plain) {
        var units = units(plain);
        return units <= LONGEST ? 1 : (units + PART - 1) / PART;
    }

    private static String cut(String ascii) {
        var end = ascii.length();
        while (units(ascii.substring(0, end)) > LONGEST - 3) {
            end--;
        }
        return ascii.substring(0, end) + "...";
    }

    private static String folded(String words) {
        var folded = MARKS.matcher(Normalizer.normalize(words, Normalizer.Form.NFD)).replaceAll("").replace('đ', 'd').replace('Đ', 'D')
                .replaceAll("[–—]", "-").replaceAll("[“”]", "\"").replaceAll("\\s+", " ");
        return OTHERS.matcher(folded).replaceAll("?").strip();
    }
}
