package vn.dondoc.acceptance.faults;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.Topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Every service and the console start while database and broker are away, say so, and go on when these come, in either order. */
@Tag("full")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StartOrderTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> ALL =
            List.of(Landscape.PLAN, Landscape.TASK, Landscape.REPORTING, Landscape.NOTIFICATION, Landscape.CONSOLE);
    private static final Landscape LANDSCAPE = new Landscape();

    @AfterAll
    static void end() {
        LANDSCAPE.close();
    }

    @Test
    @Order(1)
    void first_the_database_then_the_broker() {
        LANDSCAPE.mongo.kill();
        LANDSCAPE.broker.kill();
        ALL.forEach(service -> LANDSCAPE.launch(service, 0));
        everybodyWaits();

        LANDSCAPE.mongo.restart();
        each(services(), service -> {
            FaultRun.until(() -> component(service, "mongo").equals("UP"));
            FaultRun.until(() -> component(service, "storeReadiness").equals("UP"));
            assertThat(component(service, "topicDeclaration")).as(service.name()).isEqualTo("DOWN");
        });
        LANDSCAPE.broker.restart();
        LANDSCAPE.instances().forEach(Instance::awaitReady);
        everythingWorks("first");
    }

    @Test
    @Order(2)
    void first_the_broker_then_the_database() {
        LANDSCAPE.instances().forEach(Instance::kill);
        LANDSCAPE.mongo.kill();
        LANDSCAPE.broker.kill();
        LANDSCAPE.instances().forEach(Instance::again);
        everybodyWaits();

        LANDSCAPE.broker.restart();
        each(services(), service -> {
            FaultRun.until(() -> component(service, "topicDeclaration").equals("UP"));
            assertThat(component(service, "mongo")).as(service.name()).isEqualTo("DOWN");
        });
        LANDSCAPE.mongo.restart();
        LANDSCAPE.instances().forEach(Instance::awaitReady);
        everythingWorks("second");
    }

    private static void everybodyWaits() {
        each(LANDSCAPE.instances(), instance -> {
            FaultRun.until(() -> instance.status("/actuator/health/liveness") == 200);
            assertThat(readiness(instance).statusCode()).as(instance.name()).isEqualTo(503);
            assertThat(component(instance, "mongo")).as(instance.name()).isEqualTo("DOWN");
        });
        each(services(), service -> assertThat(component(service, "topicDeclaration")).as(service.name()).isEqualTo("DOWN"));
    }

    /** All of them at once: each answer waits for the database as long as the service has patience. */
    private static void each(List<Instance> instances, Consumer<Instance> shown) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(instances.stream().map(instance -> CompletableFuture.runAsync(() -> shown.accept(instance), threads))
                    .toArray(CompletableFuture[]::new)).join();
        }
    }

    /** A command of each service, and the event that follows from it. */
    private static void everythingWorks(String prefix) {
        var registered = LANDSCAPE.topics.read(Topic.ORGANISATION_EVENT.topicName(), _ -> true).size();
        var world = World.published(LANDSCAPE, prefix, 2);
        var directory = Map.of("units", world.province.units(), "positions", world.province.positions(), "calendars", List.of());
        var imported = Instance.sendOrFail(LANDSCAPE.of(Landscape.PLAN).getFirst().request("/api/organisation/import")
                .header("Content-Type", "application/json").header("Setup-Token", Landscape.SETUP_TOKEN)
                .header("Authorization", "Bearer " + world.administrator())
                .POST(HttpRequest.BodyPublishers.ofByteArray(EventJson.mapper().writeValueAsBytes(directory))));
        assertThat(imported.statusCode()).as(imported.body()).isEqualTo(200);
        FaultRun.until(() -> LANDSCAPE.topics.read(Topic.ORGANISATION_EVENT.topicName(), _ -> true).size() > registered);

        var commands = Commands.begin(LANDSCAPE, world, FaultRun.SEED, 2);
        FaultRun.more(commands, 10);
        commands.finish();
        Oracle.judge(LANDSCAPE, FaultRun.SEED, "a start in the " + prefix + " order");
        assertThat(LANDSCAPE.topics.read(Topic.NOTIFICATION.topicName(), seen -> seen.type().equals("NotificationDelivered"))).isNotEmpty();
        assertThat(LANDSCAPE.of(Landscape.CONSOLE).getFirst().status("/sign-in")).isEqualTo(200);
    }

    private static List<Instance> services() {
        return LANDSCAPE.instances().stream().filter(instance -> !instance.service().equals(Landscape.CONSOLE)).toList();
    }

    /** The answer may take long on a busy machine, since the database is waited for: asked again where it took too long. */
    private static HttpResponse<String> readiness(Instance instance) {
        return await().atMost(FaultRun.LIMIT).ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> Instance.sendOrFail(instance.request("/actuator/health/readiness").GET()), Objects::nonNull);
    }

    /** What readiness says of a part; nothing but its status stands there. */
    private static String component(Instance instance, String name) {
        var answer = JSON.readTree(readiness(instance).body());
        JsonNode component = answer.path("components").path(name);
        assertThat(component.propertyNames()).as(answer.toString()).containsOnly("status");
        return component.path("status").asString();
    }
}
