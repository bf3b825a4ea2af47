package vn.dondoc.reading.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The reader in a process of its own: whatever a document points to, nothing is called and no file stays. */
class ChildTest {

    private static final int LONGEST = 60;

    @TempDir
    private Path folder;

    @Test
    void nothingOutsideIsCalledAndNoFileIsWritten() throws Exception {
        try (Listener listener = new Listener()) {
            for (String name : List.of("a.pdf", "a.docx", "b.docx", "a.xlsx", "a.png")) {
                byte[] file = switch (name) {
                    case "a.pdf" -> HostileFiles.partsOutside(listener.address());
                    case "a.docx" -> HostileFiles.wordWithPartsOutside(listener.address());
                    case "b.docx" -> HostileFiles.withEntity("word/document.xml", listener.address());
                    case "a.xlsx" -> HostileFiles.withEntity("xl/sharedStrings.xml", listener.address());
                    default -> OfficeFiles.picture("png");
                };
                String answer = answer(name, file);

                assertThat(answer).as(name).startsWith("{");
                assertThat(listener.wasCalled()).as(name).isFalse();
                assertThat(files()).as(name).containsExactlyInAnyOrder("home", "in", "temporary", "work");
            }
            assertThat(answer("a.docx", HostileFiles.wordWithPartsOutside(listener.address()))).contains("Năm 2026");
        }
    }

    /** Of the folders that the process was given: its own, that of its user, and that for temporary files. */
    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.equals(folder)).map(path -> folder.relativize(path).toString()).toList();
        }
    }

    private String answer(String name, byte[] file) throws Exception {
        for (String place : List.of("work", "home", "temporary")) {
            Files.createDirectories(folder.resolve(place));
        }
        Files.write(folder.resolve("in"), file);
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData", "-Dstdout.encoding=UTF-8", "-Djava.awt.headless=true", "-Djava.io.tmpdir=" + folder.resolve("temporary"), "-Duser.home=" + folder.resolve("home"),
                "-cp", System.getProperty("java.class.path"), "vn.dondoc.reading.Main", "--stdin", name);
        builder.environment().clear();
        Process process = builder.directory(folder.resolve("work").toFile()).redirectInput(folder.resolve("in").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            String answer = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(process.waitFor(LONGEST, TimeUnit.SECONDS)).isTrue();
            return answer;
        } finally {
            process.destroyForcibly();
        }
    }
}
