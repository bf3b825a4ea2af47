package vn.dondoc.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The score of the readings of the public seed documents, where those are at hand beside the project. */
class ReadingScoreTest {

    private static final double FLOOR = 0.99;

    private final Path plans = Path.of(System.getProperty("dondoc.root", "."), "..", "shared", "plans").normalize();

    @BeforeEach
    void seedDocumentsAreAtHand() {
        assumeTrue(Files.isDirectory(plans), "no seed documents beside the project");
    }

    @Test
    void theTextFormsAndTheWorkbookReachTheFloor(@TempDir Path readings) throws Exception {
        for (Path plan : plans(".txt", ".xlsx")) {
            write(plan, readings);
        }
        assertThat(score(plans, readings)).as("overall score").isGreaterThanOrEqualTo(FLOOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {".docx", ".pdf"})
    void theOfficeFormsAreReadAsWellAsTheText(String form, @TempDir Path readings, @TempDir Path expected) throws Exception {
        for (Path plan : plans(form)) {
            write(plan, readings);
            String name = nameOf(plan) + ".expected.json";
            Files.copy(plans.resolve(name), expected.resolve(name));
        }
        assertThat(score(expected, readings)).as("score of the %s forms", form).isGreaterThanOrEqualTo(FLOOR);
    }

    /** Only against hanging; how fast it is, the benchmarks tell. */
    @Test
    void allSeedDocumentsTogetherAreReadInTime() throws Exception {
        List<Path> all = plans(".txt", ".xlsx", ".docx", ".pdf");

        assertTimeoutPreemptively(Duration.ofSeconds(15), () -> {
            for (Path plan : all) {
                assertThat(new PlanReader().read(new SourceFile(plan.getFileName().toString(), Files.readAllBytes(plan)))).isInstanceOf(ReadingResult.Read.class);
            }
        });
    }

    private List<Path> plans(String... endings) throws IOException {
        try (Stream<Path> files = Files.list(plans)) {
            return files.filter(file -> Stream.of(endings).anyMatch(ending -> file.toString().endsWith(ending))).sorted().toList();
        }
    }

    private static void write(Path plan, Path folder) {
        try {
            ReadingResult result = new PlanReader().read(new SourceFile(plan.getFileName().toString(), Files.readAllBytes(plan)));
            assertThat(result).isInstanceOf(ReadingResult.Read.class);
            Files.writeString(folder.resolve(nameOf(plan) + ".json"), ReadingJson.write(((ReadingResult.Read) result).reading()));
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }

    private static String nameOf(Path plan) {
        String name = plan.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** The last line of the scoring program; its whole output goes to the log of the build. */
    private double score(Path expected, Path readings) throws Exception {
        Path program = plans.resolve("score.py");
        assumeTrue(Files.exists(program), "no scoring program");
        Process process = new ProcessBuilder("python3", program.toString(), expected.toString(), readings.toString()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        System.out.println(output);
        return Double.parseDouble(output.strip().lines().reduce((first, second) -> second).orElse("0"));
    }
}
