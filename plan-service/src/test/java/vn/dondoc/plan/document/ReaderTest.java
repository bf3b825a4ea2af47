package vn.dondoc.plan.document;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.dondoc.plan.Documents;
import vn.dondoc.platform.problem.ProblemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReaderTest {

    private static final byte[] PLAN = Documents.plan("Đọc trong tiến trình riêng").getBytes(StandardCharsets.UTF_8);

    @Test
    void a_document_is_read_by_a_process_of_its_own() {
        var reading = new Reader(new ReadingSettings(Duration.ofSeconds(60), 256, 1, Duration.ofSeconds(1))).read("kế hoạch.TXT", PLAN);
        assertThat(reading.tasks()).hasSize(2);
        assertThat(reading.text()).contains("Thời gian hoàn thành");
    }

    @Test
    void a_reading_that_takes_too_long_is_stopped_and_leaves_no_process() {
        var reader = new Reader(new ReadingSettings(Duration.ofMillis(30), 256, 1, Duration.ofSeconds(1)));
        assertThatThrownBy(() -> reader.read("a.txt", PLAN)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.code()).isEqualTo("READING_TIMEOUT");
        });
        org.awaitility.Awaitility.await().until(() -> ProcessHandle.current().children().noneMatch(
                child -> child.info().arguments().map(List::of).orElse(List.of()).contains("--stdin")));
    }

    @Test
    void who_waits_too_long_for_a_turn_is_asked_to_come_back() throws Exception {
        var reader = new Reader(new ReadingSettings(Duration.ofSeconds(60), 256, 1, Duration.ofMillis(1)));
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = callers.invokeAll(Stream.<Callable<String>>generate(() -> () -> answer(reader)).limit(4).toList());
            var codes = new java.util.ArrayList<String>();
            for (var answer : answers) {
                codes.add(answer.get());
            }
            assertThat(codes).contains("read").contains("READER_BUSY");
        }
    }

    private static String answer(Reader reader) {
        try {
            reader.read("a.txt", PLAN);
            return "read";
        } catch (ProblemException problem) {
            return problem.code();
        }
    }
}
