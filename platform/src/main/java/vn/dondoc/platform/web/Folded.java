package vn.dondoc.platform.web;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Search without diacritics: "kế hoạch" is found by "ke hoach". Stored tokens and typed words are folded alike. */
public final class Folded {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Folded() {}

    /** Lower case, marks off, đ as d. */
    public static String fold(String text) {
        var bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return bare.toLowerCase(Locale.ROOT).replace('đ', 'd');
    }

    /** The folded words in their order. */
    public static List<String> words(String text) {
        return Arrays.stream(NOT_WORD.split(fold(text))).filter(word -> !word.isEmpty()).toList();
    }

    /** The distinct folded words, for a multikey index that anchored prefixes are looked up in. */
    public static List<String> tokens(String text) {
        return words(text).stream().distinct().toList();
    }
}
