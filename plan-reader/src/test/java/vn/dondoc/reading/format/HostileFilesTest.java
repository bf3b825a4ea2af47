package vn.dondoc.reading.format;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dondoc.reading.PlanReader;
import vn.dondoc.reading.ReadingResult;
import vn.dondoc.reading.SourceFile;
import vn.dondoc.reading.UnreadableCode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Files made to harm: each is named as what it is, soon, and none reaches for another file or the network. */
class HostileFilesTest {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final PlanReader READER = new PlanReader(() -> (page, dpi) -> List.of());

    private record Hostile(String name, byte[] file, UnreadableCode... codes) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Hostile> files() {
        return Stream.of(
                new Hostile("bomb.docx", OfficeFiles.zip(1_500_000, "word/document.xml", "<w:p>aaaaaaaaaaaaaaaaaaaaaaaaaaaa</w:p>"), UnreadableCode.ARCHIVE_BOMB),
                new Hostile("bomb.xlsx", OfficeFiles.zip(1_500_000, "xl/workbook.xml", "<sheet>aaaaaaaaaaaaaaaaaaaaaaaaaa</sheet>"), UnreadableCode.ARCHIVE_BOMB),
                new Hostile("entries.docx", HostileFiles.manyEntries(), UnreadableCode.ARCHIVE_BOMB),
                new Hostile("macros-renamed.docx", OfficeFiles.zip(1, "word/document.xml", "<x/>", "word/vbaProject.bin", "code"), UnreadableCode.MACROS),
                new Hostile("macros-renamed.xlsx", OfficeFiles.zip(1, "xl/workbook.xml", "<x/>", "xl/vbaProject.bin", "code"), UnreadableCode.MACROS),
                new Hostile("macros.doc", HostileFiles.container("WordDocument", "Macros"), UnreadableCode.MACROS),
                new Hostile("macros.xls", HostileFiles.container("Workbook", "_VBA_PROJECT_CUR"), UnreadableCode.MACROS),
                new Hostile("encrypted.docx", OfficeFiles.encryptedWord(), UnreadableCode.FILE_ENCRYPTED),
                new Hostile("encrypted.xlsx", OfficeFiles.encryptedWord(), UnreadableCode.FILE_ENCRYPTED),
                new Hostile("encrypted.doc", HostileFiles.encryptedOldWord(), UnreadableCode.FILE_ENCRYPTED),
                new Hostile("encrypted.xls", HostileFiles.encryptedOldWorkbook(), UnreadableCode.FILE_ENCRYPTED),
                new Hostile("encrypted.pdf", OfficeFiles.pdf("secret", "KẾ HOẠCH"), UnreadableCode.FILE_ENCRYPTED),
                new Hostile("empty-stream.doc", HostileFiles.container("WordDocument", "Other"), UnreadableCode.FILE_CORRUPT),
                new Hostile("another-container.doc", HostileFiles.container("PowerPoint Document", "Other"), UnreadableCode.TYPE_UNKNOWN),
                new Hostile("rich-text.doc", "{\\rtf1 KE HOACH}".getBytes(StandardCharsets.US_ASCII), UnreadableCode.TYPE_UNKNOWN),
                new Hostile("program.txt", new byte[] {0x7F, 'E', 'L', 'F', 0, 1, 2}, UnreadableCode.TYPE_UNKNOWN),
                new Hostile("bytes.md", new byte[] {'#', ' ', 'K', 0, 0, 0}, UnreadableCode.TYPE_UNKNOWN),
                new Hostile("truncated.docx", HostileFiles.half(OfficeFiles.word()), UnreadableCode.FILE_CORRUPT, UnreadableCode.TYPE_UNKNOWN),
                new Hostile("truncated.xlsx", HostileFiles.half(OfficeFiles.workbook()), UnreadableCode.FILE_CORRUPT, UnreadableCode.TYPE_UNKNOWN),
                new Hostile("truncated.xls", HostileFiles.half(OfficeFiles.oldWorkbook()), UnreadableCode.FILE_CORRUPT),
                new Hostile("truncated.png", java.util.Arrays.copyOf(OfficeFiles.picture("png"), 20), UnreadableCode.FILE_CORRUPT),
                new Hostile("claims-to-be-vast.png", HostileFiles.vastPicture(), UnreadableCode.TOO_LARGE),
                new Hostile("pages.pdf", HostileFiles.pages(700), UnreadableCode.TOO_LARGE),
                new Hostile("pages-in-a-circle.pdf", HostileFiles.circularPages(), UnreadableCode.FILE_CORRUPT, UnreadableCode.NO_TEXT),
                new Hostile("form-in-itself.pdf", HostileFiles.formInItself(), UnreadableCode.FILE_CORRUPT, UnreadableCode.NO_TEXT));
    }

    @ParameterizedTest
    @MethodSource("files")
    void isNamed(Hostile hostile) {
        ReadingResult result = read(hostile.name(), hostile.file());

        assertThat(result).isInstanceOf(ReadingResult.Unreadable.class);
        assertThat(((ReadingResult.Unreadable) result).code()).isIn((Object[]) hostile.codes());
    }

    static Stream<String> entities() {
        return Stream.of("word/document.xml", "xl/sharedStrings.xml");
    }

    /** The entity stands for a file whose content would be seen in the reading, then for an address that would be called. */
    @ParameterizedTest
    @MethodSource("entities")
    void anExternalEntityIsNeitherReadNorCalled(String part) throws Exception {
        Path secret = Files.createTempFile("secret", ".txt");
        Files.writeString(secret, "NOIDUNGMAT");
        try (Listener listener = new Listener()) {
            for (String address : List.of(secret.toUri().toString(), listener.address())) {
                ReadingResult result = read(part.startsWith("word") ? "a.docx" : "a.xlsx", HostileFiles.withEntity(part, address));

                assertThat(result.toString()).doesNotContain("NOIDUNGMAT");
            }
            assertThat(listener.wasCalled()).isFalse();
        } finally {
            Files.delete(secret);
        }
    }

    @Test
    void entitiesThatMultiplyAreNotExpanded() {
        assertThat(read("a.docx", HostileFiles.withDoctype(HostileFiles.laughs()))).isInstanceOf(ReadingResult.Unreadable.class);
    }

    @Test
    void fontsThatNoOperatorTakesUpAreCheckedToo() {
        for (byte[] file : List.of(HostileFiles.endlessFontOfState(), HostileFiles.endlessFontOfAnnotation())) {
            assertThat(read("a.pdf", file)).isNotNull();
        }
    }

    @Test
    void deepNestingAndHugeTablesEndInTime() {
        for (SourceFile file : List.of(new SourceFile("deep.docx", HostileFiles.nestedTables(2_000)), new SourceFile("huge.docx", HostileFiles.table(10_000, 10)),
                new SourceFile("huge.xlsx", HostileFiles.sheet(10_000, 10)), new SourceFile("huge.md", HostileFiles.pipes(10_000, 10)),
                new SourceFile("huge.txt", "a".repeat(2_000_000).getBytes(StandardCharsets.UTF_8)),
                new SourceFile("brackets.txt", "(1. ".repeat(100_000).getBytes(StandardCharsets.UTF_8)))) {
            assertThat(read(file.name(), file.bytes())).as(file.name()).isNotNull();
        }
    }

    private static ReadingResult read(String name, byte[] file) {
        return assertTimeoutPreemptively(LONGEST, () -> READER.read(new SourceFile(name, file)), name);
    }
}
