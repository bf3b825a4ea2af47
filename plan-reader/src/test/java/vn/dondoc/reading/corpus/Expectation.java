package vn.dondoc.reading.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody reads in a document of the corpus, written by hand: one element a line, its parts between bars, "-" for
 * nothing, names of a list between " ; ", a text may end with "…". The parts are in the order of {@link Rendering}.
 */
record Expectation(Map<String, List<String>> lines) {

    static Expectation in(Path file) throws IOException {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            int colon = line.indexOf(": ");
            if (colon > 0 && !line.startsWith("#")) {
                lines.computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>()).add(line.substring(colon + 2).strip());
            }
        }
        return new Expectation(lines);
    }

    /** Elements of one kind; each has at least the given number of parts. */
    List<List<String>> elements(String kind, int parts) {
        return lines.getOrDefault(kind, List.of()).stream().map(line -> parts(line, parts)).toList();
    }

    String field(String name) {
        return lines.getOrDefault(name, List.of("-")).getFirst();
    }

    private static List<String> parts(String line, int least) {
        List<String> parts = new ArrayList<>(List.of(line.split("\\s+\\|\\s+")));
        while (parts.size() < least) {
            parts.add("-");
        }
        return parts;
    }
}
