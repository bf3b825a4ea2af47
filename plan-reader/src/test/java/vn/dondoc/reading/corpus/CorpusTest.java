package vn.dondoc.reading.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dondoc.reading.PlanReader;
import vn.dondoc.reading.Reading;
import vn.dondoc.reading.ReadingResult;
import vn.dondoc.reading.SourceFile;

import static org.assertj.core.api.Assertions.assertThat;

/** Invented documents of many layouts, each with what a person reads in it. */
class CorpusTest {

    private static final double LEAST_OF_ONE = 0.90;
    private static final double LEAST_OF_ALL = 0.97;
    private static final Path FOLDER = Path.of("src/test/resources/corpus");

    static Stream<String> documents() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".expected")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyDocumentReachesItsFloor(String name) {
        CorpusScore score = score(name);

        assertThat(score.overall()).as("%s%n%s", name, String.join("\n", score.differences())).isGreaterThanOrEqualTo(LEAST_OF_ONE);
    }

    @Test
    void allTogetherReachTheirs() throws IOException {
        Map<String, List<Double>> figures = new LinkedHashMap<>();
        List<String> names = documents().toList();
        for (String name : names) {
            score(name).figures().forEach((figure, value) -> figures.computeIfAbsent(figure, key -> new ArrayList<>()).add(value));
        }
        Map<String, Double> means = new LinkedHashMap<>();
        figures.forEach((figure, values) -> means.put(figure, values.stream().mapToDouble(Double::doubleValue).average().orElse(0)));
        double overall = means.values().stream().mapToDouble(Double::doubleValue).average().orElse(0);
        means.forEach((figure, mean) -> System.out.printf(Locale.ROOT, "corpus %s %.3f%n", figure, mean));
        System.out.printf(Locale.ROOT, "corpus of %d documents, over all %.3f%n", names.size(), overall);

        assertThat(names).hasSizeGreaterThanOrEqualTo(12);
        assertThat(overall).isGreaterThanOrEqualTo(LEAST_OF_ALL);
    }

    static CorpusScore score(String name) {
        try {
            return score(name, Files.readAllBytes(FOLDER.resolve(name)));
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }

    /** Of a document as it may have become on its way. */
    static CorpusScore score(String name, byte[] content) {
        try {
            ReadingResult result = new PlanReader().read(new SourceFile(name, content));
            assertThat(result).as(name).isInstanceOf(ReadingResult.Read.class);
            Reading reading = ((ReadingResult.Read) result).reading();
            return CorpusScore.of(Expectation.in(FOLDER.resolve(name.substring(0, name.lastIndexOf('.')) + ".expected")), reading);
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }
}
