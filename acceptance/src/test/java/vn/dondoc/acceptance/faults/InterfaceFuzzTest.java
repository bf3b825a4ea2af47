package vn.dondoc.acceptance.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.testing.LocalParts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Every described call of the services, with values at and beyond the bounds of its description and at random, by people of several roles:
 * no answer is a fault of ours. Who may call what is the matter of the matrix of roles. The seed makes a run repeatable.
 */
@Tag("full")
class InterfaceFuzzTest {

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Landscape LANDSCAPE = new Landscape();
    private static World world;

    @BeforeAll
    static void servicesRun() {
        List.of(Landscape.PLAN, Landscape.TASK, Landscape.REPORTING, Landscape.NOTIFICATION).forEach(service -> LANDSCAPE.launch(service, 0));
        LANDSCAPE.awaitReady();
        world = World.published(LANDSCAPE, "fuzz", 6);
        var administrator = world.administrator();
        LANDSCAPE.instances().forEach(instance -> await().atMost(LIMIT).until(() -> Instance.sendOrFail(
                instance.request("/api/operations/" + instance.service() + "/dead-letters").header("Authorization", "Bearer " + administrator).GET()).statusCode() == 200));
    }

    @AfterAll
    static void end() {
        LANDSCAPE.close();
    }

    @ParameterizedTest
    @CsvSource({
        "plan-service, plan, tinh, PROVINCE_ADMINISTRATOR", "plan-service, plan, xa1.vhxh, COMMUNE_STANDING", "task-service, task, xa1.vhxh, COMMUNE_STANDING",
        "reporting-service, reporting, xa1.vhxh, COMMUNE_STANDING", "notification-service, notification, xa1.kinhte, OFFICER"})
    void no_call_breaks_a_service(String service, String tag, String unit, Role role) throws IOException, InterruptedException {
        var report = Files.createTempFile("dondoc-fuzz-" + service, ".log");
        var instance = LANDSCAPE.of(service).getFirst();
        var process = new ProcessBuilder(command(instance, tag, world.province.token(unit, role)))
                .redirectErrorStream(true).redirectOutput(report.toFile());
        process.environment().put("PYTHONPATH", LocalParts.find("schemathesis").toString());
        process.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        process.directory(Files.createTempDirectory("dondoc-fuzz").toFile());
        var running = process.start();
        try {
            assertThat(running.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).as("ends: %s", report).isTrue();
        } finally {
            running.destroyForcibly();
        }
        var said = Files.readString(report);
        assertThat(running.exitValue()).as(said).isZero();
        assertThat(said).as("it called something").contains("Operations:");
        assertThat(instance.alive()).isTrue();
        Files.delete(report);
    }

    private static List<String> command(Instance instance, String tag, String token) {
        var described = Extracted.ROOT.resolve(Path.of("contracts", "src", "main", "resources", "openapi.yaml"));
        var command = new ArrayList<>(List.of(
                "python3", "-m", "schemathesis.cli", "run", described.toString(), "--url", instance.uri("").toString(),
                // an answer without end is for browsers
                "--include-tag", tag, "--exclude-path", "/api/dashboards/changes", "--exclude-path", "/api/notifications/changes", "--header", "Authorization:Bearer " + token, "--checks", "not_a_server_error",
                "--phases", "examples,coverage,fuzzing", "--max-examples", "3", "--seed", "20261128", "--request-timeout", "30",
                "--generation-database", "none", "--workers", "1", "--warnings", "off", "--suppress-health-check", "all", "--no-color"));
        return command;
    }
}
