package vn.dondoc.reading.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.dondoc.reading.PlanReader;
import vn.dondoc.reading.Reading;
import vn.dondoc.reading.ReadingResult;
import vn.dondoc.reading.SourceFile;
import vn.dondoc.reading.text.Fold;

import static org.assertj.core.api.Assertions.assertThat;

/** However a document of the corpus was wrapped, typed or laid out, it says the same. */
class DisturbedCorpusTest {

    private static final Path FOLDER = Path.of("src/test/resources/corpus");
    private static final List<String> KINDS = List.of("basis", "target", "task", "report", "duty", "recipient", "warning");

    /** Where all line breaks are lost, most of what a document says is still found. */
    private static final double LEAST_WITHOUT_BREAKS = 0.97;

    /** Hardly ever does a break fall so that no reader could tell; what differs is printed. */
    private static final double LEAST_UNCHANGED = 0.998;
    private static final int SEEDS = 3;

    @Test
    void theReadingStays() throws IOException {
        List<String> changed = new ArrayList<>();
        int tried = 0;
        for (String name : CorpusTest.documents().toList()) {
            String text = text(name);
            String expected = said(name, text);
            for (Disturbance disturbance : Disturbance.values()) {
                for (int seed = 1; disturbance != Disturbance.LOST_LINE_BREAKS && seed <= SEEDS; seed++) {
                    tried++;
                    if (!said(name, disturbance.applied(text, new Random(seed))).equals(expected)) {
                        changed.add(name + " " + disturbance + " " + seed);
                    }
                }
            }
        }
        System.out.println("corpus disturbed " + tried + " times, changed " + changed);

        assertThat(1 - changed.size() / (double) tried).as("%s", changed).isGreaterThanOrEqualTo(LEAST_UNCHANGED);
    }

    @Test
    void withoutLineBreaksMostIsStillFound() throws IOException {
        List<Double> scores = new ArrayList<>();
        for (String name : CorpusTest.documents().filter(document -> document.endsWith(".txt")).toList()) {
            String disturbed = Disturbance.LOST_LINE_BREAKS.applied(text(name), new Random(1));
            scores.add(CorpusTest.score(name, disturbed.getBytes(StandardCharsets.UTF_8)).overall());
        }
        double mean = scores.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        System.out.printf(java.util.Locale.ROOT, "corpus without line breaks %.3f%n", mean);

        assertThat(mean).isGreaterThanOrEqualTo(LEAST_WITHOUT_BREAKS);
    }

    static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }

    /** Everything that was read, blind to kinds of dashes, quotes and tone marks. */
    static String said(String name, String text) {
        ReadingResult result = new PlanReader().read(new SourceFile(name, text.getBytes(StandardCharsets.UTF_8)));
        assertThat(result).as(name).isInstanceOf(ReadingResult.Read.class);
        Reading reading = ((ReadingResult.Read) result).reading();
        List<String> lines = new ArrayList<>();
        Rendering.FIELDS.forEach(field -> lines.add(field + ": " + Rendering.field(reading.document(), field)));
        for (String kind : KINDS) {
            Rendering.elements(reading, kind).forEach(element -> lines.add(kind + ": " + String.join(" | ", element)));
        }
        return lines.stream().map(line -> Fold.fold(line).replaceAll("[\"']+", "\"")).sorted().collect(Collectors.joining("\n"));
    }
}
