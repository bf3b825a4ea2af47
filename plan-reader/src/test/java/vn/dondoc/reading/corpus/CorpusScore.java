package vn.dondoc.reading.corpus;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Reading;

/**
 * Compares a reading with what was expected: the F1 of each list (an element counts when its text is the same, blind to
 * case and punctuation) and the share of right fields of what was matched. Stricter than comparing by likeness.
 */
final class CorpusScore {

    /** Which part of an element's line names it, and which parts are fields of their own. */
    private record Shape(String kind, int parts, int... key) {
    }

    private static final List<Shape> SHAPES = List.of(new Shape("basis", 1, 0), new Shape("target", 3, 0, 1), new Shape("task", 7, 1),
            new Shape("report", 3, 0), new Shape("duty", 2, 0, 1), new Shape("recipient", 1, 0), new Shape("warning", 1, 0));
    private static final List<String> TASK_FIELDS = List.of("ordinal", "title", "lead", "coordinating", "due", "product", "budget");

    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final List<String> differences = new ArrayList<>();

    private CorpusScore() {
    }

    static CorpusScore of(Expectation expected, Reading reading) {
        CorpusScore score = new CorpusScore();
        score.document(expected, reading);
        for (Shape shape : SHAPES) {
            score.list(shape, expectedOf(expected, shape), Rendering.elements(reading, shape.kind()));
        }
        return score;
    }

    Map<String, Double> figures() {
        return figures;
    }

    List<String> differences() {
        return differences;
    }

    double overall() {
        return figures.values().stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static List<List<String>> expectedOf(Expectation expected, Shape shape) {
        return switch (shape.kind()) {
            case "recipient" -> singles(expected.field("recipients"), "\\s+;\\s+");
            case "warning" -> singles(expected.field("warnings"), ",\\s*");
            default -> expected.elements(shape.kind(), shape.parts());
        };
    }

    private static List<List<String>> singles(String line, String separator) {
        return line.equals("-") ? List.of() : java.util.Arrays.stream(line.split(separator)).map(String::strip).map(List::of).toList();
    }

    private void document(Expectation expected, Reading reading) {
        int right = 0;
        for (String field : Rendering.FIELDS) {
            boolean same = same(expected.field(field), Rendering.field(reading.document(), field));
            right += same ? 1 : 0;
            if (!same) {
                differences.add(field + ": " + expected.field(field) + " ≠ " + Rendering.field(reading.document(), field));
            }
        }
        figures.put("document", right / (double) Rendering.FIELDS.size());
    }

    private void list(Shape shape, List<List<String>> expected, List<List<String>> actual) {
        if (expected.isEmpty() && actual.isEmpty()) {
            return;
        }
        List<List<String>> left = new ArrayList<>(actual);
        int matched = 0;
        int[] rightFields = new int[shape.parts()];
        for (List<String> element : expected) {
            List<String> found = find(shape, element, left);
            if (found == null) {
                differences.add("missing " + shape.kind() + ": " + String.join(" | ", element));
                continue;
            }
            left.remove(found);
            matched++;
            compareFields(shape, element, found, rightFields);
        }
        left.forEach(more -> differences.add("surplus " + shape.kind() + ": " + String.join(" | ", more)));
        figures.put(shape.kind(), 2.0 * matched / (expected.size() + actual.size()));
        if (shape.kind().equals("task") && matched > 0) {
            for (int field = 0; field < TASK_FIELDS.size(); field++) {
                if (field != 1) {
                    figures.put("task." + TASK_FIELDS.get(field), rightFields[field] / (double) matched);
                }
            }
        }
    }

    private void compareFields(Shape shape, List<String> expected, List<String> found, int[] right) {
        boolean same = true;
        for (int field = 0; field < shape.parts(); field++) {
            boolean one = same(expected.get(field), found.get(field));
            right[field] += one ? 1 : 0;
            same &= one;
        }
        if (!same) {
            differences.add("differs " + shape.kind() + ": " + String.join(" | ", expected) + " ≠ " + String.join(" | ", found));
        }
    }

    /** Of several with the same name the one whose other parts agree best. */
    private static @Nullable List<String> find(Shape shape, List<String> element, List<List<String>> among) {
        List<String> best = null;
        long most = -1;
        for (List<String> candidate : among) {
            boolean named = java.util.Arrays.stream(shape.key()).allMatch(key -> same(element.get(key), candidate.get(key)));
            long agreeing = java.util.stream.IntStream.range(0, shape.parts()).filter(part -> same(element.get(part), candidate.get(part))).count();
            if (named && agreeing > most) {
                best = candidate;
                most = agreeing;
            }
        }
        return best;
    }

    private static boolean same(String expected, String actual) {
        if (expected.endsWith("…")) {
            return norm(actual).startsWith(norm(expected.substring(0, expected.length() - 1)));
        }
        return norm(expected).equals(norm(actual));
    }

    private static String norm(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}%<>=+~;.]+", " ").replaceAll("\\.(?!\\d)", "").strip();
    }
}
