package vn.dondoc.reporting.consolidation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.dondoc.contracts.api.Consolidations.Figure;
import vn.dondoc.contracts.api.Consolidations.Said;
import vn.dondoc.platform.web.Folded;

/**
 * A text made of what units said themselves: whole sentences, word for word, in the order of the units, of each those with figures first.
 * What several say alike stands once, with all their names. Nothing is rephrased, and the same reports give the same text.
 */
final class Drafting {

    private static final int SENTENCES = 4;
    /** Leaves room for what people add to it. */
    static final int LONGEST = 15_000;

    private final DocumentWords words;

    Drafting(DocumentWords words) {
        this.words = words;
    }

    /** The results begin with the figures. */
    String of(String section, List<Said> said, List<Figure> figures) {
        var lines = new ArrayList<String>();
        if (section.equals(Saying.RESULTS)) {
            figures.stream().filter(figure -> !figure.rows().isEmpty() || !figure.missing().isEmpty()).map(words::figure).forEach(lines::add);
        }
        var head = String.join("\n", lines);
        for (var most = SENTENCES; most > 0; most--) {
            var text = joined(head, sentences(said, most));
            if (text.length() <= LONGEST || most == 1) {
                return cut(text);
            }
        }
        return head;
    }

    private static String joined(String head, String body) {
        return head.isEmpty() ? body : body.isEmpty() ? head : head + "\n" + body;
    }

    /** Ended at a line. */
    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        var end = text.lastIndexOf('\n', LONGEST);
        return text.substring(0, end <= 0 ? LONGEST : end) + "\n…";
    }

    private static String sentences(List<Said> said, int most) {
        var speakers = new LinkedHashMap<String, Set<String>>();
        var wording = new LinkedHashMap<String, String>();
        for (var one : said) {
            chosen(one.text(), most).forEach(sentence -> {
                var key = String.join(" ", Folded.words(sentence));
                wording.putIfAbsent(key, sentence);
                speakers.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(one.unitName());
            });
        }
        var lines = new LinkedHashMap<String, List<String>>();
        speakers.forEach((key, names) -> lines.computeIfAbsent(String.join(", ", names), _ -> new ArrayList<>()).add(wording.get(key)));
        return lines.entrySet().stream().map(Drafting::line).collect(Collectors.joining("\n"));
    }

    private static String line(Map.Entry<String, List<String>> line) {
        return "- " + line.getKey() + ": " + String.join(" ", line.getValue());
    }

    /** Of a text so many, those with figures first, else as they stand. */
    private static List<String> chosen(String text, int most) {
        return split(text).stream().filter(sentence -> !Folded.words(sentence).isEmpty())
                .sorted(Comparator.comparing(sentence -> sentence.chars().noneMatch(Character::isDigit))).distinct().limit(most).toList();
    }

    /** A full stop within a number ("1.200 hộ", "ngày 15.3") ends no sentence; a line does. */
    static List<String> split(String text) {
        var sentences = new ArrayList<String>();
        for (var line : text.lines().map(String::strip).filter(one -> !one.isEmpty()).toList()) {
            var from = 0;
            for (var at = 0; at < line.length(); at++) {
                var ends = ".!?;".indexOf(line.charAt(at)) >= 0 && (at + 1 == line.length() || line.charAt(at + 1) == ' ');
                if (ends || at + 1 == line.length()) {
                    sentences.add(line.substring(from, at + 1).strip());
                    from = at + 1;
                }
            }
        }
        return sentences.stream().filter(sentence -> !sentence.isEmpty()).toList();
    }
}
