package vn.dondoc.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class MainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Main main = new Main(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));

    @Test
    void everyReadableFileIsPrintedAndTheOthersAreNamed(@TempDir Path folder) throws Exception {
        Path good = Files.writeString(folder.resolve("plan.txt"), SamplePlan.TEXT);
        Path empty = Files.createFile(folder.resolve("empty.docx"));

        int status = main.run(new String[] {empty.toString(), good.toString(), folder.resolve("missing.txt").toString()}, new ByteArrayInputStream(new byte[0]));

        assertThat(status).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).singleElement().asString().startsWith("{\"file\":").contains("\"tasks\":[{");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("empty.docx").contains("EMPTY_FILE").contains("missing.txt");
    }

    @Test
    void standardInputGivesAReadingOrAnError() throws Exception {
        assertThat(main.run(new String[] {"--stdin", "plan.txt"}, new ByteArrayInputStream(SamplePlan.TEXT.getBytes(StandardCharsets.UTF_8)))).isZero();
        assertThat(ReadingJson.read(out.toString(StandardCharsets.UTF_8)).tasks()).hasSize(4);

        out.reset();
        assertThat(main.run(new String[] {"--stdin", "plan.pdf"}, new ByteArrayInputStream("%PDF-".getBytes(StandardCharsets.US_ASCII)))).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"error\"").contains("FILE_CORRUPT");
    }

    @Test
    void withoutFilesItSaysHowToUseIt() throws Exception {
        assertThat(main.run(new String[0], new ByteArrayInputStream(new byte[0]))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage");
    }

    @Test
    void everyCodeHasASentenceInBothLanguages() {
        for (Locale locale : new Locale[] {Locale.of("vi"), Locale.ENGLISH}) {
            for (UnreadableCode code : UnreadableCode.values()) {
                assertThat(ReadingMessages.of(code, locale)).doesNotContain("unreadable.");
            }
            for (WarningCode code : WarningCode.values()) {
                assertThat(ReadingMessages.of(new Warning(code.name(), java.util.List.of("a", "b", "c", "groups"), null), locale)).doesNotContain("warning.");
            }
        }
        assertThat(ReadingMessages.of(UnreadableCode.EMPTY_FILE, Locale.ENGLISH)).isNotEqualTo(ReadingMessages.of(UnreadableCode.EMPTY_FILE, Locale.of("vi")));
    }
}
