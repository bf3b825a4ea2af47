package vn.dondoc.samples;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class MainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void writesEveryDocumentIntoANewFolder() throws Exception {
        assertThat(run("--day", "2026-11-20", "--out", folder.resolve("a/b").toString())).isZero();

        try (var files = Files.list(folder.resolve("a/b"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(Stream.of(SampleDocument.values()).map(SampleDocument::fileName).toArray(String[]::new));
        }
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(6);
    }

    @Test
    void saysWhatIsWrongWithItsArguments() {
        assertThat(run("--day", "2026-02-30", "--out", folder.toString())).isEqualTo(2);
        assertThat(run("--out", folder.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("not a day: 2026-02-30", "usage:");
    }

    @Test
    void saysThatItCannotWrite() throws Exception {
        var file = Files.writeString(folder.resolve("taken"), "x");

        assertThat(run("--day", "2026-11-20", "--out", file.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("cannot write to");
    }

    private int run(String... arguments) {
        return Main.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
