package vn.dondoc.plan.naming;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Says why a name is taken for that of a unit: the first difference that, set aside, makes them one. */
final class Likeness {

    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}&]+");
    private static final List<String> CONNECTIVES = List.of("&", NameWords.folded("và"));

    private final CommuneSuffix suffix;

    Likeness(CommuneSuffix suffix) {
        this.suffix = suffix;
    }

    /** @param unitName the unit's name or the alias that fits best */
    Why between(String name, String unitName) {
        if (words(name).equals(words(unitName))) {
            return Why.SAME;
        }
        var one = folded(name);
        var other = folded(unitName);
        if (one.equals(other)) {
            return Why.TONE;
        }
        if (connected(one).equals(connected(other))) {
            return Why.CONNECTIVE;
        }
        if (suffix.leftOut(connected(one)).equals(suffix.leftOut(connected(other)))) {
            return Why.COMMUNE_LEFT_OUT;
        }
        return afterSpelledOut(suffix.leftOut(NameWords.of(name)), suffix.leftOut(NameWords.of(unitName)));
    }

    private static Why afterSpelledOut(List<String> one, List<String> other) {
        if (one.equals(other) || Initials.shortens(one, other) || Initials.shortens(other, one)) {
            return Why.ABBREVIATION;
        }
        if (endsWith(one, other) || endsWith(other, one)) {
            return Why.HEAD_LEFT_OUT;
        }
        return one.containsAll(other) || other.containsAll(one) ? Why.MORE_WORDS : Why.SPELLING;
    }

    private static boolean endsWith(List<String> whole, List<String> end) {
        return !end.isEmpty() && whole.size() > end.size() && whole.subList(whole.size() - end.size(), whole.size()).equals(end);
    }

    private static List<String> connected(List<String> words) {
        return words.stream().filter(word -> !CONNECTIVES.contains(word)).toList();
    }

    private static List<String> folded(String text) {
        return words(text).stream().map(word -> word.equals("&") ? word : NameWords.folded(word)).toList();
    }

    private static List<String> words(String text) {
        var normal = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return Arrays.stream(NOT_WORD.split(normal)).filter(word -> !word.isEmpty()).toList();
    }
}
