package vn.dondoc.plan.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.reading.PlanReader;
import vn.dondoc.reading.ReadingResult;
import vn.dondoc.reading.SourceFile;

import static org.assertj.core.api.Assertions.assertThat;

/** However long a plan is, writing it out takes little memory. */
class BoundedExportTest {

    private static final String HEAP = "-Xmx40m";
    /** What such a document may weigh on a slow line. */
    private static final long LARGEST = 1024 * 1024;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"docx", "xlsx"})
    void two_thousand_tasks_are_written_within_a_bounded_heap(String format) throws IOException, InterruptedException {
        var file = folder.resolve("dai." + format);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java, HEAP, "-XX:+UseSerialGC", "-Djava.io.tmpdir=" + folder, "-cp", System.getProperty("java.class.path"), LongPlan.class.getName(),
                        format, file.toString())
                .redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        System.out.println("2,000 tasks, targets and measures as ." + format + ": " + Files.size(file) + " bytes, heap " + HEAP);
        assertThat(Files.size(file)).isLessThan(LARGEST);
        try (var left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile).toList()).as("no temporary file is left").isEqualTo(List.of(file));
        }

        var read = new PlanReader().read(new SourceFile("dai." + format, Files.readAllBytes(file)));
        assertThat(read).isInstanceOfSatisfying(ReadingResult.Read.class, it -> assertThat(it.reading().tasks()).hasSize(LongPlan.TASKS));
    }
}
