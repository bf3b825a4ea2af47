package vn.dondoc.reporting.submission;

import java.util.List;
import java.util.stream.Collectors;
import vn.dondoc.contracts.api.Reports.Said;

/**
 * A text made of what units said themselves: of each the beginning, word for word, in the order of the units. Nothing is rephrased, and the
 * same reports give the same text.
 */
final class Extract {

    private static final int SENTENCES = 2;
    private static final int LONGEST = 400;

    private Extract() {}

    static String of(List<Said> said) {
        return said.stream().map(one -> "- " + one.unitName() + ": " + beginning(one.text())).collect(Collectors.joining("\n"));
    }

    /** Its first sentences, ended at a word where they are very long. */
    static String beginning(String text) {
        var plain = text.strip().replaceAll("\\s+", " ");
        var end = 0;
        for (var sentence = 0; sentence < SENTENCES && end < plain.length(); sentence++) {
            end = endOfSentence(plain, end);
        }
        var begun = plain.substring(0, end).strip();
        if (begun.length() <= LONGEST) {
            return begun;
        }
        var cut = begun.lastIndexOf(' ', LONGEST);
        return begun.substring(0, cut <= 0 ? LONGEST : cut) + "…";
    }

    /** A full stop within a number ("1.200 hộ", "ngày 15.3") or between letters ends none. */
    private static int endOfSentence(String text, int from) {
        for (var at = from; at < text.length(); at++) {
            var sign = text.charAt(at);
            var ends = sign == '.' || sign == '!' || sign == '?' || sign == ';';
            if (ends && (at + 1 == text.length() || text.charAt(at + 1) == ' ')) {
                return at + 1;
            }
        }
        return text.length();
    }
}
