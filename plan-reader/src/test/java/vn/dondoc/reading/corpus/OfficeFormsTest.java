package vn.dondoc.reading.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dondoc.reading.PlanReader;
import vn.dondoc.reading.ReadingResult;
import vn.dondoc.reading.SourceFile;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether a document of the corpus comes as text, from a word processor or printed, its reading is as good. */
class OfficeFormsTest {

    private static final double LEAST = 0.99;
    private static final double LEAST_OF_ONE = 0.90;
    private static final Path FOLDER = Path.of("src/test/resources/corpus");

    private enum Form {
        WORD("docx") {
            @Override
            byte[] of(String text) throws IOException {
                return OfficeForm.word(text);
            }
        },
        PDF("pdf") {
            @Override
            byte[] of(String text) throws IOException {
                return OfficeForm.pdf(text);
            }
        };

        private final String ending;

        Form(String ending) {
            this.ending = ending;
        }

        abstract byte[] of(String text) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void isReadAsWellAsTheText(Form form) throws IOException {
        List<Double> scores = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        for (String name : CorpusTest.documents().toList()) {
            String text = Normalizer.normalize(Files.readString(FOLDER.resolve(name), StandardCharsets.UTF_8), Normalizer.Form.NFC);
            if (isLaidOutByHand(text)) {
                continue;
            }
            String stem = name.substring(0, name.lastIndexOf('.'));
            ReadingResult result = new PlanReader().read(new SourceFile(stem + "." + form.ending, form.of(text)));
            assertThat(result).as(name).isInstanceOf(ReadingResult.Read.class);
            CorpusScore score = CorpusScore.of(Expectation.in(FOLDER.resolve(stem + ".expected")), ((ReadingResult.Read) result).reading());
            scores.add(score.overall());
            score.differences().forEach(difference -> differences.add(stem + ": " + difference));
            assertThat(score.overall()).as("%s as %s: %s", stem, form.ending, score.differences()).isGreaterThanOrEqualTo(LEAST_OF_ONE);
        }
        double mean = scores.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        System.out.printf(Locale.ROOT, "corpus as %s, %d documents: %.4f%n", form.ending, scores.size(), mean);

        assertThat(mean).as("%s", String.join("\n", differences)).isGreaterThanOrEqualTo(LEAST);
    }

    /** Columns made of spaces and lines broken by hand are there in text files only. */
    private static boolean isLaidOutByHand(String text) {
        long broken = text.lines().filter(line -> !line.isEmpty() && Character.isLowerCase(line.codePointAt(0))).count();
        return text.lines().anyMatch(line -> line.strip().contains("     ")) || broken > 3;
    }
}
