package vn.dondoc.acceptance.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The harness as a process, as small as it gets: what it prints, and that nothing of it is left. No time is asserted. */
@Tag("full")
class BenchProcessTest {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** In the rush the service takes on one call at a time, so that it sends others away. */
    @Test
    void prints_figures_as_json_lines_loses_nothing_in_a_rush_and_ends_all_it_started() throws IOException, InterruptedException {
        var bench = start(Map.of("DONDOC_CALLS_AT_ONCE", "1", "DONDOC_CALLS_WAIT", "5ms"), "relay", "rush", "--size", "0.02");
        var started = ConcurrentHashMap.<ProcessHandle>newKeySet();
        var watching = Thread.ofPlatform().daemon().start(() -> watch(bench, started));
        var lines = new String(bench.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertThat(bench.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        watching.join();

        assertThat(bench.exitValue()).isZero();
        assertThat(lines).hasSize(9).allSatisfy(line -> assertThat(JsonMapper.shared().readValue(line, Map.class).keySet())
                .containsExactly("name", "value", "unit", "ceiling", "ratio", "goal", "met"));
        assertThat(lines.getFirst()).contains("\"name\":\"relay-backlog\"");
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).contains("\"name\":\"rush-refused\"").doesNotContain("\"value\":0,"))
                .anySatisfy(line -> assertThat(line).contains("\"name\":\"rush-broken\"", "\"met\":true"))
                .anySatisfy(line -> assertThat(line).contains("\"name\":\"rush-lost\"", "\"met\":true"));
        assertThat(started).hasSizeGreaterThanOrEqualTo(3).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void reading_is_measured_without_database_and_broker() throws IOException, InterruptedException {
        var bench = start("parse", "--size", "0.01");
        var started = ConcurrentHashMap.<ProcessHandle>newKeySet();
        var watching = Thread.ofPlatform().daemon().start(() -> watch(bench, started));
        var lines = new String(bench.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertThat(bench.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        watching.join();

        assertThat(bench.exitValue()).isZero();
        assertThat(lines).hasSize(13).anyMatch(line -> line.contains("\"name\":\"parse\"")).anyMatch(line -> line.contains("\"name\":\"parse-heap-pdf\""));
        assertThat(started).isEmpty();
    }

    @Test
    void ends_all_it_started_when_it_is_interrupted() throws IOException, InterruptedException {
        var bench = start("relay", "sweep", "--size", "100");
        var started = ConcurrentHashMap.<ProcessHandle>newKeySet();
        await().atMost(LIMIT).until(() -> {
            bench.descendants().filter(BenchProcessTest::isServer).forEach(started::add);
            return started.size() >= 2 || !bench.isAlive();
        });
        new ProcessBuilder("kill", "-INT", Long.toString(bench.pid())).start().waitFor();
        assertThat(bench.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(bench.exitValue()).isEqualTo(130);
        assertThat(started).hasSize(2).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void a_name_that_is_none_is_wrong_use() throws IOException, InterruptedException {
        assertThat(start("nothing").waitFor()).isEqualTo(2);
    }

    private static void watch(Process bench, Set<ProcessHandle> started) {
        while (bench.isAlive()) {
            bench.descendants().filter(BenchProcessTest::isServer).forEach(started::add);
            LockSupport.parkNanos(200_000_000);
        }
    }

    private static boolean isServer(ProcessHandle process) {
        var command = process.info().commandLine().orElse("");
        return command.contains("--replSet") || command.contains("kafka.Kafka") || command.contains("reporting-service.jar");
    }

    private static Process start(String... arguments) throws IOException {
        return start(Map.of(), arguments);
    }

    private static Process start(Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java", "-XX:+UseSerialGC", "-Xmx512m", "-XX:TieredStopAtLevel=1",
                "-Ddondoc.root=" + System.getProperty("dondoc.root"), "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        process.environment().putAll(environment);
        return process.start();
    }
}
