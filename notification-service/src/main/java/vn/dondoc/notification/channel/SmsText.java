package vn.dondoc.notification.channel;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Words as every phone shows them and one message holds them: without marks, in 160 characters. */
final class SmsText {

    static final int LONGEST = 160;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^\\x20-\\x7e]");

    private SmsText() {}

    static String plain(String words) {
        var folded = MARKS.matcher(Normalizer.normalize(words, Normalizer.Form.NFD)).replaceAll("").replace('đ', 'd').replace('Đ', 'D')
                .replaceAll("[–—]", "-").replaceAll("[“”]", "\"").replaceAll("\\s+", " ");
        var ascii = OTHERS.matcher(folded).replaceAll("?").strip();
        return ascii.length() <= LONGEST ? ascii : ascii.substring(0, LONGEST - 3) + "...";
    }
}
