package vn.dondoc.platform.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.platform.problem.ProblemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class FileKindTest {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    @TempDir Path folder;

    @Test
    void what_a_file_holds_decides() throws IOException {
        assertThat(kind("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII))).isEqualTo(FileKind.PDF);
        assertThat(kind(bytes(0xFF, 0xD8, 0xFF, 0xE0, 1))).isEqualTo(FileKind.JPEG);
        assertThat(kind(bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10))).isEqualTo(FileKind.PNG);
        assertThat(kind(office(WORD, "word/document.xml"))).isEqualTo(FileKind.DOCX);
        assertThat(kind(office("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "xl/workbook.xml"))).isEqualTo(FileKind.XLSX);
    }

    @Test
    void anything_else_is_refused() throws IOException {
        assertThat(refusal(new byte[0])).isEqualTo("FILE_EMPTY");
        assertThat(refusal("MZ program".getBytes(StandardCharsets.US_ASCII))).isEqualTo("FILE_KIND_UNKNOWN");
        assertThat(refusal("<html>".getBytes(StandardCharsets.US_ASCII))).isEqualTo("FILE_KIND_UNKNOWN");
        assertThat(refusal(bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1))).as("old office files, and those with a password").isEqualTo("FILE_KIND_UNKNOWN");
        assertThat(refusal(office("text/plain", "readme.txt"))).as("an archive of whatever").isEqualTo("FILE_KIND_UNKNOWN");
        assertThat(refusal(bytes('P', 'K', 3, 4, 0, 0, 0, 0))).isEqualTo("FILE_BROKEN");
    }

    @Test
    void what_runs_by_itself_is_refused_wherever_it_says_so() throws IOException {
        assertThat(refusal(office(WORD, "word/document.xml", "word/vbaProject.bin"))).isEqualTo("FILE_MACROS");
        assertThat(refusal(office("application/vnd.ms-word.document.macroEnabled.main+xml", "word/document.xml"))).isEqualTo("FILE_MACROS");
        assertThat(refusal(office(WORD, "word/document.xml", "word/activeX/activeX1.xml"))).isEqualTo("FILE_MACROS");
        assertThat(refusal(office("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "xl/workbook.xml", "xl/macrosheets/sheet1.xml")))
                .isEqualTo("FILE_MACROS");
    }

    @Test
    void the_name_says_what_the_file_is() {
        assertThat(FileKind.PDF.named("Báo cáo.PDF")).isEqualTo("Báo cáo.PDF");
        assertThat(FileKind.PDF.named("bao-cao.exe")).isEqualTo("bao-cao.exe.pdf");
        assertThat(FileKind.JPEG.named("anh")).isEqualTo("anh.jpg");
        assertThat(FileNames.of("C:\\Users\\a\\..\\Ảnh\u202e gnp.jpg", "tep")).isEqualTo("Ảnh gnp.jpg");
        assertThat(FileNames.of("../../etc/\r\n", "tep")).isEqualTo("tep");
        assertThat(FileNames.of("x".repeat(500) + ".pdf", "tep")).hasSize(200).endsWith(".pdf");
    }

    private FileKind kind(byte[] content) throws IOException {
        return FileKind.of(Files.write(folder.resolve("file"), content));
    }

    private String refusal(byte[] content) throws IOException {
        var file = Files.write(folder.resolve("file"), content);
        return catchThrowableOfType(ProblemException.class, () -> FileKind.of(file)).code();
    }

    private static byte[] office(String mainType, String... parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(("<Types><Override ContentType=\"" + mainType + "\"/></Types>").getBytes(StandardCharsets.UTF_8));
            for (var part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write('x');
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
