package vn.dondoc.reading.ocr;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.reading.UnreadableCode;
import vn.dondoc.reading.UnreadableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The program is stood in for by a script with its interface: words as a table for an image that comes in by a pipe. */
class TesseractTest {

    private static final String LANGUAGES = "if [ \"$1\" = --list-langs ]; then printf 'List of available languages (2):\\neng\\nvie\\n'; exit 0; fi\n";
    private static final String TABLE = "level\\tpage_num\\tblock_num\\tpar_num\\tline_num\\tword_num\\tleft\\ttop\\twidth\\theight\\tconf\\ttext\\n"
            + "4\\t1\\t1\\t1\\t1\\t0\\t10\\t20\\t200\\t40\\t-1\\t\\n5\\t1\\t1\\t1\\t1\\t1\\t10\\t20\\t90\\t40\\t96.5\\tKẾ\\n5\\t1\\t1\\t1\\t1\\t2\\t110\\t20\\t120\\t40\\t80\\tHOẠCH\\n";

    private final BufferedImage page = new BufferedImage(300, 200, BufferedImage.TYPE_BYTE_GRAY);

    @Test
    void theImageGoesInAndTheWordsComeOut(@TempDir Path folder) throws IOException {
        Path asked = folder.resolve("asked");
        Path program = program(folder, LANGUAGES + "echo \"$@\" > " + asked + "\nhead -c 2 >> " + asked + "\ncat > /dev/null\nprintf '" + TABLE + "'\n");

        List<Recogniser.Word> words = tesseract(program, Duration.ofSeconds(20)).words(page, 300);

        assertThat(words).containsExactly(new Recogniser.Word("KẾ", 10, 20, 90, 40, 0.965), new Recogniser.Word("HOẠCH", 110, 20, 120, 40, 0.8));
        assertThat(Files.readString(asked)).startsWith("stdin stdout -l vie").contains("tsv").endsWith("P5");
    }

    @Test
    void withoutTheProgramItSaysWhatIsMissing() {
        refuses(tesseract(null, Duration.ofSeconds(5)), UnreadableCode.OCR_UNAVAILABLE, "tesseract");
    }

    @Test
    void withoutVietnameseItSaysWhatIsMissing(@TempDir Path folder) throws IOException {
        Path program = program(folder, "printf 'List of available languages (1):\\neng\\n'\n");

        refuses(tesseract(program, Duration.ofSeconds(20)), UnreadableCode.OCR_UNAVAILABLE, "vie");
    }

    @Test
    void aProgramThatHangsIsStopped(@TempDir Path folder) throws IOException {
        Path program = program(folder, LANGUAGES + "while :; do :; done\n");
        long started = System.nanoTime();

        refuses(tesseract(program, Duration.ofSeconds(3)), UnreadableCode.TIMEOUT, "");
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aProgramThatFailsIsNoEmptyPage(@TempDir Path folder) throws IOException {
        refuses(tesseract(program(folder, LANGUAGES + "exit 1\n"), Duration.ofSeconds(20)), UnreadableCode.FILE_CORRUPT, "1");
    }

    @Test
    void tablesThatAreNoneGiveNoWords() {
        assertThat(TsvWords.in("garbage\n5\t1\t1\t1\t1\t1\tx\t20\t90\t40\t96\tKẾ\n5\t1\t1")).isEmpty();
    }

    private void refuses(Tesseract tesseract, UnreadableCode code, String named) {
        assertThatExceptionOfType(UnreadableException.class).isThrownBy(() -> tesseract.words(page, 300))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code))
                .withMessageContaining(named);
    }

    private static Tesseract tesseract(@Nullable Path program, Duration time) {
        return new Tesseract(new OcrSettings(program, time, 1024));
    }

    private static Path program(Path folder, String script) throws IOException {
        Path program = Files.writeString(folder.resolve("tesseract"), "#!/bin/sh\n" + script);
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
}
