package vn.dondoc.acceptance;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.DraftAct;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Processes;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.testing.RealBroker;
import vn.dondoc.testing.RealMongo;
import vn.dondoc.testing.RealPartsInitializer;
import vn.dondoc.testing.TestIssuer;
import vn.dondoc.testing.TestProvince;
import vn.dondoc.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Acts on many documents whose service is killed in the middle, at a step that a seed chooses: a plan with 500 tasks is published, 300 of
 * them are acknowledged at once, and the unit that leads the other 200 is merged. Each part is done, and done once.
 */
class KilledProcessesTest {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final String SETUP = "setup-token-of-this-test";
    private static final int OF_OFFICE = 300;
    private static final int OF_VILLAGE = 200;
    private static final int OF_PART = 50;
    private static final List<String> PARTS = List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X");
    private static final String OFFICE = "xa1.kinhte";
    private static final String VILLAGE = "xa1.thon1";
    private static final String HEIR = "xa1.congan";

    private final long seed = Long.getLong("dondoc.seed", 20_261_120L);
    private final Random random = new Random(seed);
    private final String run = UUID.randomUUID().toString().substring(0, 6);
    private final TestProvince province = new TestProvince("kp" + run);
    private final HttpClient http = HttpClient.newHttpClient();
    private final MongoClient mongo = RealMongo.shared().client();

    @AfterEach
    void nothingIsLeftOpen() {
        mongo.close();
        http.close();
    }

    @Test
    void publication_bulk_act_and_merger_outlive_their_services_and_happen_once() {
        try (var plan = service("plan-service"); var task = service("task-service"); var reporting = service("reporting-service");
                var topics = new TestTopics(RealBroker.shared().bootstrapServers())) {
            Stream.of(plan, task, reporting).forEach(ServiceProcess::awaitReady);
            directoryIsThere(plan, task, reporting);

            publishedWhileKilled(plan, task, topics);
            acknowledgedWhileKilled(task);
            mergedWhileKilled(plan, task, reporting, topics);
        }
    }

    private void publishedWhileKilled(ServiceProcess plan, ServiceProcess task, TestTopics topics) {
        var standing = province.token("xa1.vhxh", Role.COMMUNE_STANDING);
        var draft = read(send(plan, "/api/plans/drafts", standing, file(document()), "multipart/form-data; boundary=of-parts", null), Map.class);
        var one = "/api/plans/drafts/" + draft.get("id");
        var watched = json(new DraftAct.DecideDuties(List.of(), true, "watched", null, null, null, null, null, null));
        var stroke = HttpRequest.newBuilder(URI.create(plan.url(one + "/acts"))).header("Authorization", "Bearer " + standing)
                .header("Content-Type", "application/json").header("If-Match", "\"" + draft.get("version") + "\"")
                .POST(HttpRequest.BodyPublishers.ofByteArray(watched)).build();
        assertThat(answer(stroke).statusCode()).isEqualTo(200);
        var path = one + "/publication";
        killedDuring(plan, () -> count("plan", "plannedTasks", new Document()), 1 + random.nextInt(OF_OFFICE + OF_VILLAGE),
                () -> send(plan, path, standing, null, null, "publish"));
        plan.restart();
        // What its caller does who got no answer
        await().atMost(LIMIT).until(() -> send(plan, path, standing, null, null, "publish").statusCode() == 201);

        await().atMost(LIMIT).until(() -> count("task", "assignments", new Document()) == OF_OFFICE + OF_VILLAGE);
        assertThat(entries("plan", "plannedTasks", "TaskPlanned")).as(said()).hasSize(OF_OFFICE + OF_VILLAGE).doesNotHaveDuplicates();
        assertThat(topics.read(Topic.PLAN.topicName(), seen -> seen.type().equals("TaskPlanned") && seen.key().equals(province.unit("xa1").value()))
                .stream().map(seen -> seen.subject() + " " + seen.sequence()).distinct()).as(said()).hasSize(OF_OFFICE + OF_VILLAGE);
        assertThat(entries("task", "assignments", "TaskAssigned")).as(said()).hasSize(OF_OFFICE + OF_VILLAGE).doesNotHaveDuplicates();
    }

    private void acknowledgedWhileKilled(ServiceProcess task) {
        var officer = province.token(OFFICE, Role.OFFICER);
        var ids = collection("task", "assignments").find(new Document("planned.lead", province.unit(OFFICE).value()))
                .map(found -> new TaskId(found.getString("_id"))).into(new ArrayList<>());
        assertThat(ids).hasSize(OF_OFFICE);
        var body = json(new Tasks.Acts("acknowledge", ids, null));
        var opened = new Document("work.opened", true);
        killedDuring(task, () -> count("task", "assignments", opened), 1 + random.nextInt(OF_OFFICE - 1),
                () -> send(task, "/api/tasks/acts", officer, body, "application/json", "bulk"));
        assertThat(count("task", "assignments", opened)).as(said() + ": it was to be killed before the end").isLessThan(OF_OFFICE);
        task.restart();

        var process = Ids.derived("process", province.person(OFFICE, Role.OFFICER).value(), "bulk");
        await().atMost(LIMIT).until(() -> finished(task, "/api/tasks/processes/" + process, officer));
        assertThat(read(task.get("/api/tasks/processes/" + process, officer), Processes.Process.class).done()).as(said()).isEqualTo(OF_OFFICE);
        assertThat(entries("task", "assignments", "TaskAcknowledged")).as(said()).hasSize(OF_OFFICE).doesNotHaveDuplicates();
        var again = read(send(task, "/api/tasks/acts", officer, body, "application/json", "bulk"), Processes.Process.class);
        assertThat(again.id()).isEqualTo(process);
        assertThat(entries("task", "assignments", "TaskAcknowledged")).as(said()).hasSize(OF_OFFICE);
    }

    private void mergedWhileKilled(ServiceProcess plan, ServiceProcess task, ServiceProcess reporting, TestTopics topics) {
        var village = province.unit(VILLAGE);
        await().atMost(LIMIT).until(() -> count("reporting", "rules", new Document("owedBy", village.value())) == 1);
        var administrator = province.token("tinh", Role.PROVINCE_ADMINISTRATOR);
        killedDuring(plan, () -> count("plan", "units", new Document("successor", province.unit(HEIR).value())), 1,
                () -> send(plan, "/api/organisation/units/" + village + "/merger", administrator,
                        json(new Organisation.Merger(province.unit(HEIR))), "application/json", "merge"));
        plan.restart();
        var moved = new Document("planned.lead", province.unit(HEIR).value());
        killedAfter(task, () -> count("task", "assignments", moved), random.nextInt(OF_VILLAGE));
        killedAfter(reporting, () -> count("reporting", "processes", new Document()), random.nextInt(2));
        var back = Stream.of(task, reporting).map(one -> CompletableFuture.runAsync(one::restart)).toList();
        back.forEach(CompletableFuture::join);

        var process = Ids.derived("process", province.person("tinh", Role.PROVINCE_ADMINISTRATOR).value(), "merge");
        await().atMost(LIMIT).until(() -> finished(plan, "/api/organisation/processes/" + process, administrator));
        assertThat(count("plan", "positions", new Document("unit", village.value()))).as(said()).isZero();
        await().atMost(LIMIT).until(() -> count("task", "assignments", moved) == OF_VILLAGE);
        assertThat(entries("task", "assignments", "TaskReassigned")).as(said()).hasSize(OF_VILLAGE).doesNotHaveDuplicates();
        assertThat(topics.read(Topic.ORGANISATION_EVENT.topicName(), seen -> seen.type().equals("UnitMerged") && seen.subject().equals("units/" + village))
                .stream().map(TestTopics.Seen::sequence).distinct()).as(said()).hasSize(1);
        await().atMost(LIMIT).until(() -> count("reporting", "rules", new Document("owedBy", village.value())) == 0);
        assertThat(entries("reporting", "rules", "RuleReassigned")).as(said()).hasSize(1);
    }

    /** Kills a service as soon as so much is done; the call of somebody goes on meanwhile, and may break with it. */
    private static void killedDuring(ServiceProcess service, IntSupplier done, int step, Supplier<HttpResponse<String>> call) {
        var calling = CompletableFuture.supplyAsync(call);
        killedAfter(service, () -> {
            if (calling.isDone() && !calling.isCompletedExceptionally()) {
                assertThat(calling.join().statusCode()).as(calling.join().body()).isLessThan(300);
            }
            return done.getAsInt();
        }, step);
        calling.exceptionally(_ -> null).join();
    }

    private static void killedAfter(ServiceProcess service, IntSupplier done, int step) {
        await().atMost(LIMIT).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2)).until(() -> done.getAsInt() >= step);
        service.kill();
    }

    private void directoryIsThere(ServiceProcess... services) {
        var directory = json(new Organisation.Directory(province.units(), province.positions(), List.of()));
        var request = HttpRequest.newBuilder(URI.create(services[0].url("/api/organisation/import")))
                .header("Setup-Token", SETUP).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(directory)).build();
        assertThat(answer(request).statusCode()).isEqualTo(200);
        var known = province.token("xa2.thon1", Role.VILLAGE_HEAD);
        for (var path : Map.of(services[0], "/api/plans", services[1], "/api/tasks", services[2], "/api/reports/obligations").entrySet()) {
            await().atMost(LIMIT).until(() -> path.getKey().get(path.getValue(), known).statusCode() == 200);
        }
    }

    private static boolean finished(ServiceProcess service, String path, String token) {
        var answer = service.get(path, token);
        return answer.statusCode() == 200 && read(answer, Processes.Process.class).state().equals("finished");
    }

    private HttpResponse<String> send(
            ServiceProcess service, String path, String token, byte @Nullable [] body, @Nullable String type, @Nullable String key) {
        var request = HttpRequest.newBuilder(URI.create(service.url(path))).header("Authorization", "Bearer " + token)
                .POST(body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return answer(request.build());
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static <T> T read(HttpResponse<String> answer, Class<T> type) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return Objects.requireNonNull(EventJson.mapper().readValue(answer.body(), type));
    }

    private static byte[] json(Object body) {
        return EventJson.mapper().writeValueAsBytes(body);
    }

    /** The ids of all aggregates, once for each of their events of that type. */
    private List<String> entries(String service, String collection, String type) {
        var found = new ArrayList<String>();
        collection(service, collection).find().forEach(one -> one.getList("history", Document.class).stream()
                .filter(entry -> entry.getString("type").equals(type)).forEach(_ -> found.add(one.getString("_id"))));
        return found;
    }

    private int count(String service, String collection, Document filter) {
        return (int) collection(service, collection).countDocuments(filter);
    }

    private MongoCollection<Document> collection(String service, String name) {
        return mongo.getDatabase(database(service)).getCollection(name);
    }

    private String database(String service) {
        return "killed_" + service + "_" + run;
    }

    private String said() {
        return "seed " + seed;
    }

    private ServiceProcess service(String name) {
        var environment = new HashMap<>(Map.of(
                "SPRING_PROFILES_ACTIVE", "local",
                "MONGODB_URI", RealMongo.shared().uri(),
                "MONGODB_DATABASE", database(name.replace("-service", "")),
                "KAFKA_BOOTSTRAP_SERVERS", RealBroker.shared().bootstrapServers(),
                "DONDOC_TOPIC_REPLICATION", "1",
                "DONDOC_ISSUER", TestIssuer.issuer(),
                "DONDOC_JWKS_URI", TestIssuer.jwksUri(),
                "DONDOC_LOCAL_SECRET", "a-secret-of-this-test",
                "DONDOC_TASK_URL", "http://127.0.0.1:1",
                "DONDOC_SETUP_TOKEN", SETUP));
        environment.put("DONDOC_PERSONAL_DATA_KEYS", RealPartsInitializer.PERSONAL_DATA_KEYS);
        return new ServiceProcess(name, environment);
    }

    private static byte[] file(String text) {
        return """
                --of-parts\r
                Content-Disposition: form-data; name="file"; filename="ke-hoach.txt"\r
                Content-Type: text/plain\r
                \r
                %s\r
                --of-parts--\r
                """.formatted(text).getBytes(StandardCharsets.UTF_8);
    }

    /** In parts of 50: the reader takes ordinals of two figures. */
    private static String document() {
        var tasks = new StringBuilder();
        for (int part = 0; part < PARTS.size(); part++) {
            tasks.append("%s. NHIỆM VỤ ĐỢT %d\n".formatted(PARTS.get(part), part + 1));
            for (int i = 1; i <= OF_PART; i++) {
                int number = part * OF_PART + i;
                tasks.append("""
                        %d. Rà soát và cập nhật danh mục hồ sơ số %d
                        - Cơ quan chủ trì: %s.
                        - Thời gian hoàn thành: Tháng 12/2026.
                        """.formatted(i, number, number <= OF_OFFICE ? "Phòng Kinh tế" : "Thôn Một"));
            }
        }
        return """
                ỦY BAN NHÂN DÂN
                XÃ THƯỢNG THỬ
                Số: 12/KH-UBND
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Thượng Thử, ngày 05 tháng 01 năm 2026

                KẾ HOẠCH
                Rà soát hồ sơ năm 2026

                %s
                XI. TỔ CHỨC THỰC HIỆN
                1. Các phòng, đơn vị, thôn báo cáo kết quả thực hiện về Phòng Văn hóa - Xã hội trước ngày 15 hằng tháng.

                Nơi nhận:
                - Các phòng, đơn vị;
                - Lưu: VT.
                """.formatted(tasks);
    }
}
