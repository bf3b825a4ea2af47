package vn.dondoc.reading;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dondoc.reading.format.OfficeFiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Files with changed, lost or doubled bytes are read or refused by name, each in bounded time. */
class MutatedFilesTest {

    private static final Duration BUDGET = Duration.ofSeconds(3);
    private static final Duration LONG_BUDGET = Duration.ofSeconds(60);
    private static final int LONG_MANY = 1_200;
    private static final int MANY = 400;
    private static final int LEAST = 12;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** What pictures show is not the matter here. */
    private static final PlanReader READER = new PlanReader(() -> (page, dpi) -> List.of());

    private static final String TABLE = "# KẾ HOẠCH\n\n| TT | Nhiệm vụ | Đơn vị chủ trì |\n|---|---|---|\n| 1 | Đo đạc ruộng | Phòng Kinh tế |\n";

    private record Sound(String name, byte[] file) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sound> files() {
        return List.of(new Sound("plan.docx", OfficeFiles.word()), new Sound("annex.xlsx", OfficeFiles.workbook()),
                new Sound("plan.pdf", OfficeFiles.pdf("", "KẾ HOẠCH", "1. Việc thứ nhất (Công an xã, trước 30/6/2026).")),
                new Sound("annex.xls", OfficeFiles.oldWorkbook()), new Sound("page.png", OfficeFiles.picture("png")),
                new Sound("page.jpg", OfficeFiles.picture("jpg")), new Sound("page.tif", OfficeFiles.picture("tif")),
                new Sound("plan.doc", OfficeFiles.oldWordSkeleton()), new Sound("plan.md", TABLE.getBytes(StandardCharsets.UTF_8)),
                new Sound("plan.txt", SamplePlan.TEXT.getBytes(StandardCharsets.UTF_8))).stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void noMutationBreaksTheReader(Sound sound) {
        mutate(sound, new Random(20260101), BUDGET, MANY);
    }

    @Tag("full")
    @ParameterizedTest
    @MethodSource("files")
    void noneDoesInALongRunEither(Sound sound) {
        mutate(sound, new Random(20260102), LONG_BUDGET, LONG_MANY);
    }

    private static void mutate(Sound sound, Random random, Duration budget, int most) {
        long end = System.nanoTime() + budget.toNanos();
        int tried = 0;
        while (tried < LEAST || tried < most && System.nanoTime() < end) {
            byte[] mutated = mutated(sound.file(), random);
            ReadingResult result = assertTimeoutPreemptively(LONGEST, () -> READER.read(new SourceFile(sound.name(), mutated)));
            assertThat(result).isNotNull();
            tried++;
        }
        assertThat(tried).isGreaterThanOrEqualTo(LEAST);
    }

    private static byte[] mutated(byte[] file, Random random) {
        byte[] copy = file.clone();
        int changes = 1 + random.nextInt(12);
        for (int i = 0; i < changes; i++) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return switch (random.nextInt(4)) {
            case 0 -> java.util.Arrays.copyOf(copy, 1 + random.nextInt(copy.length));
            case 1 -> doubled(copy, random);
            default -> copy;
        };
    }

    private static byte[] doubled(byte[] file, Random random) {
        int from = random.nextInt(file.length);
        int length = Math.min(file.length - from, 1 + random.nextInt(2000));
        byte[] more = java.util.Arrays.copyOf(file, file.length + length);
        System.arraycopy(file, from, more, file.length, length);
        return more;
    }
}
