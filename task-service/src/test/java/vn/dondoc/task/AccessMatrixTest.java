package vn.dondoc.task;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.dondoc.contracts.api.Calendars;
import vn.dondoc.contracts.api.Processes;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.testing.AccessMatrix;
import vn.dondoc.testing.AccessProbe;
import vn.dondoc.testing.AccessProbe.Sent;
import vn.dondoc.testing.AccessStages;
import vn.dondoc.testing.DeadLetterCalls;
import vn.dondoc.testing.OperationProbes;
import vn.dondoc.testing.RolesTable;
import vn.dondoc.testing.Seats;
import vn.dondoc.testing.Seats.Spot;
import vn.dondoc.testing.TestIssuer;
import vn.dondoc.testing.TestProvince;
import vn.dondoc.testing.WritingCall;

import static org.awaitility.Awaitility.await;

/** Every call of the service in every role and place, also after a position was given to another and after a unit was merged. */
class AccessMatrixTest extends TaskTest {

    private static final String TASK = "/api/tasks/";
    private static final LocalDate LATER = LocalDate.of(2099, 12, 31);

    private final TestProvince elsewhere = new TestProvince("mv");
    private final Seats seats = new Seats(province, elsewhere);
    private final Map<String, Queue<String>> spare = new ConcurrentHashMap<>();
    private final Map<String, String> used = new ConcurrentHashMap<>();

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    AccessMatrixTest() {
        super("mx");
    }

    @BeforeAll
    void everySeatIsTaken() {
        elsewhere.publish(topics);
        topics.organisation(List.of(), seats.further(), List.of());
        AccessStages.transfer(seats, position -> topics.organisation(List.of(), List.of(position), List.of()), this::isKnown,
                known -> await().atMost(LIMIT).untilAsserted(known::run));
    }

    @AfterAll
    void topicsAreClosed() {
        topics.close();
    }

    @Test
    void the_page_of_roles_says_what_the_handlers_declare() {
        RolesTable.isOnThePage("task", matrix().table());
    }

    @Test
    void every_call_is_answered_as_declared_in_every_role_and_place_and_again_after_a_transfer_and_a_merger() {
        var matrix = matrix();
        matrix.strangers(seats).isAsDeclared();
        matrix.everybody(seats).isAsDeclared();
        matrix.readers(seats, List.of(seats.afterTransfer())).isAsDeclared();
        matrix.nothingLeaks(seats, searches()).isAsDeclared();

        used.clear();
        topics.organisation(AccessStages.merged(province), AccessStages.moved(province, seats), List.of());
        var police = seats.merged().afterTransfer().token();
        var task = planned("xa1.congan");
        await().atMost(LIMIT).until(() -> get(TASK + task, police).returnResult(String.class).getStatus().is2xxSuccessful());
        matrix.everybody(seats.merged()).isAsDeclared();
        matrix.readers(seats.merged(), List.of(seats.merged().afterTransfer())).isAsDeclared();
    }

    /** For what lies where others see nothing: by its words, its units, its ids, in lists, counts and workbooks; and what the scraper of metrics reads. */
    private List<String> searches() {
        var other = new Spot(province, "xa2", "xa2.kinhte");
        var beyond = new Spot(elsewhere, "xa1", "xa1.kinhte");
        var letters = "/api/operations/task-service/dead-letters";
        var letter = DeadLetterCalls.put(mongo, "task-service", beyond.communeId().value(), seats.wordOf(beyond));
        return List.of(
                letters + "?limit=200", letters + "?status=open&limit=1", letters + "/" + letter,
                "/api/tasks?q=huongcau", "/api/tasks?q=suonggio&limit=1", "/api/tasks?commune=" + other.communeId(), "/api/tasks?unit=" + beyond.unitId() + "&limit=1",
                "/api/tasks/export?q=huongcau", "/api/tasks/exchange?limit=200", "/api/tasks/exchange?commune=" + beyond.communeId(), "/api/tasks/overdue-on?limit=200&day=" + clock.today().minusDays(1), "/api/tasks/export?commune=" + beyond.communeId(), "/api/tasks?limit=200",
                "/api/operations/task-service/histories?limit=200",
                "/api/tasks/last-notes?task=" + used.get("progress " + key(other)) + "&task=" + used.get("progress " + key(beyond)),
                "/actuator/prometheus", "/actuator/health");
    }

    private boolean isKnown(PersonId person) {
        return get("/api/tasks", TestIssuer.token(person)).returnResult(String.class).getStatus().is2xxSuccessful();
    }

    private AccessMatrix matrix() {
        var probes = new HashMap<>(OperationProbes.of(mongo, "task-service"));
        reading(probes);
        doing(probes);
        deciding(probes);
        probes.put("GET /api/calendar/keys", AccessProbe.of("/api/calendar/keys"));
        probes.put("POST /api/calendar/keys", AccessProbe.of("/api/calendar/keys"));
        probes.put("DELETE /api/calendar/keys/{id}", (seat, _, _) -> Sent.to("/api/calendar/keys/" + key(seat.token())));
        probes.put("POST /api/tasks/acts", (_, _, spot) -> Sent.to("/api/tasks/acts", acknowledged(new Spot(province, "xa1", "xa1.congan"))));
        return new AccessMatrix(origin(), mapping, probes);
    }

    private void reading(Map<String, AccessProbe> probes) {
        probes.put("GET /api/tasks", AccessProbe.of("/api/tasks"));
        probes.put("GET /api/tasks/export", AccessProbe.of("/api/tasks/export"));
        probes.put("GET /api/tasks/exchange", AccessProbe.of("/api/tasks/exchange"));
        probes.put("GET /api/tasks/exchange/workbook", AccessProbe.of("/api/tasks/exchange/workbook?heading=Code&field=code"));
        probes.put("POST /api/tasks/exchange/preview", (_, _, _) -> Sent.to("/api/tasks/exchange/preview", ExchangeTest.content(ExchangeTest.book(List.of()))));
        probes.put("GET /api/tasks/overdue-on", AccessProbe.of("/api/tasks/overdue-on?day=2026-01-15"));
        probes.put("GET /api/tasks/last-notes", AccessProbe.of("/api/tasks/last-notes"));
        probes.put("GET /api/tasks/in-charge", AccessProbe.of("/api/tasks/in-charge"));
        probes.put("GET /api/tasks/{id}", read(""));
        probes.put("GET /api/tasks/{id}/dossier", read("/dossier"));
        probes.put("GET /api/tasks/{id}/succession", read("/succession"));
        probes.put("GET /api/tasks/{id}/files/{file}", (_, _, spot) -> spot.commune() == null ? null : Sent.to(used.computeIfAbsent("file " + key(spot), _ -> withFile(spot))));
        probes.put("GET /api/tasks/processes/{id}", (seat, place, spot) -> switch (place) {
            case OWN_COMMUNE, OTHER_COMMUNE, PROVINCE -> Sent.to("/api/tasks/processes/" + used.computeIfAbsent("process " + spot.of() + spot.commune(), _ -> process(spot)));
            default -> null;
        });
    }

    private void doing(Map<String, AccessProbe> probes) {
        task(probes, "acknowledgement", null);
        task(probes, "return-to-giver", new Tasks.Reason("Không đúng chức năng"));
        task(probes, "progress", new Tasks.Progress("Đã làm", null, 10));
        task(probes, "completion", new Tasks.Completion("Xong", null, null));
        task(probes, "extension", wanted(1));
        task(probes, "steps", new Tasks.StepsWanted("document", List.of()));
        task(probes, "step", new Tasks.StepReached(0, clock.today()),
                (id, spot) -> done(id, "steps", spot.standing(), new Tasks.StepsWanted("document", List.of())));
        task(probes, "disbursement", new Tasks.Disbursement(1_000_000));
        task(probes, "following", new Tasks.Following(true));
        task(probes, "comment", new Tasks.Comment("Đã trao đổi"));
        probes.put("POST /api/tasks/{id}/files", (_, _, spot) -> spot.commune() == null ? null : Sent.to(TASK + task("files", spot) + "/files", file()));
        probes.put("POST /api/tasks/{id}/delegation", (_, _, spot) -> spot.commune() == null ? null : Sent.to(TASK + task("delegation", spot) + "/delegation",
                new Tasks.Delegation(null, spot.of().unit(spot.commune() + (spot.unit().endsWith(".thon1") ? ".congan" : ".thon1")), "Rà soát", null)));
        late(probes, "explanation", new Tasks.ExplanationAnswer("Thiếu thiết bị"),
                (id, spot) -> done(id, "explanation-request", spot.leader(), new Tasks.ExplanationWanted("Vì sao chậm?", null)));
    }

    private void deciding(Map<String, AccessProbe> probes) {
        task(probes, "acceptance", new Tasks.Decision("Tốt"), this::submitted);
        task(probes, "return", new Tasks.Decision("Thiếu phụ lục"), this::submitted);
        task(probes, "extension-grant", new Tasks.ExtensionGrant(null, "Đồng ý"), this::extensionAsked);
        task(probes, "extension-refusal", new Tasks.Decision("Không có cơ sở"), this::extensionAsked);
        task(probes, "insistence", new Tasks.Reason("Đúng chức năng"), (id, spot) ->
                done(id, "return-to-giver", worker(spot), new Tasks.Reason("Không đúng chức năng")));
        task(probes, "cancellation", new Tasks.Reason("Không còn cần"));
        task(probes, "reopening", new Tasks.Reason("Chưa ban hành"), (id, spot) -> {
            submitted(id, spot);
            done(id, "acceptance", spot.leader(), new Tasks.Decision(null));
        });
        task(probes, "particulars", new Tasks.ParticularsWanted("57-1", null, null, null));
        probes.put("POST /api/tasks/{id}/reassignment", (seat, _, spot) -> spot.commune() == null ? null : Sent.to(TASK + task(seat.name(), spot) + "/reassignment",
                new Tasks.Reassignment(List.of(spot.of().unit(spot.commune() + (spot.unit().endsWith(".thon1") ? ".congan" : ".thon1"))), List.of(), "Đúng chức năng")));
        probes.put("POST /api/tasks/{id}/conclusion-unit", (_, _, spot) -> spot.commune() == null ? null : Sent.to(TASK + shared(spot)
                + "/conclusion-unit", new Tasks.ConclusionUnit(spot.unitId())));
        late(probes, "explanation-request", new Tasks.ExplanationWanted("Vì sao chậm?", null), (_, _) -> { });
        probes.put("PUT /api/tasks/{id}/reminders", (_, _, spot) -> spot.commune() == null ? null : Sent.to(TASK + task("reminders", spot) + "/reminders",
                new Tasks.OwnReminders(List.of(14, 7))));
    }

    // --- what is there for each call and spot

    private AccessProbe read(String what) {
        return (_, _, spot) -> spot.commune() == null ? null : Sent.to(TASK + task("read", spot) + what);
    }

    private void task(Map<String, AccessProbe> probes, String command, @Nullable Object body) {
        task(probes, command, body, (_, _) -> { });
    }

    private void task(Map<String, AccessProbe> probes, String command, @Nullable Object body, BiConsumer<String, Spot> ready) {
        probes.put("POST /api/tasks/{id}/" + command, (_, _, spot) -> made(command, spot, body, ready, LATER));
    }

    private void late(Map<String, AccessProbe> probes, String command, Object body, BiConsumer<String, Spot> ready) {
        probes.put("POST /api/tasks/{id}/" + command, (_, _, spot) -> made(command, spot, body, ready, clock.today().minusDays(10)));
    }

    private @Nullable Sent made(String command, Spot spot, @Nullable Object body, BiConsumer<String, Spot> ready, LocalDate lastDay) {
        if (spot.commune() == null) {
            return null;
        }
        var id = used.computeIfAbsent(command + " " + key(spot), _ -> {
            var fresh = lastDay.equals(LATER) ? fresh(spot) : assigned(spot, lastDay, 1).getFirst();
            if (spot.of() == province) {
                ready.accept(fresh, spot);
            }
            return fresh;
        });
        var path = TASK + id + "/" + command;
        return body == null ? Sent.to(path) : Sent.to(path, body);
    }

    private String task(String use, Spot spot) {
        return used.computeIfAbsent(use + " " + key(spot), _ -> fresh(spot));
    }

    private String key(Spot spot) {
        return (spot.of() == province ? "" : "elsewhere ") + spot.unit();
    }

    private String fresh(Spot spot) {
        var left = spare.computeIfAbsent(key(spot), _ -> new ConcurrentLinkedQueue<>());
        synchronized (left) {
            if (left.isEmpty()) {
                left.addAll(assigned(spot, LATER, 30));
            }
            return Objects.requireNonNull(left.poll());
        }
    }

    /** Tasks that the unit leads. */
    private List<String> assigned(Spot spot, LocalDate lastDay, int count) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var id = UUID.randomUUID().toString();
            var task = new PlannedTask(new TaskId(id), new PlanId("plan-of-" + key(spot).replace(' ', '-')), spot.provinceId(), spot.communeId(), 0, "1", seats.wordOf(spot) + " " + id,
                    List.of(spot.unitId()), List.of(), null, null, new Due.By(lastDay, false, false));
            topics.publish(new PlanEvent.TaskPlanned(task), task.commune(), "tasks/" + id, 1, clock.instant());
            ids.add(id);
        }
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(50)).until(() -> ids.stream().allMatch(id -> assignments.find(id).isPresent()));
        return ids;
    }

    /** One that a second unit leads as well, in which nobody sits who would not see it anyway. */
    private String shared(Spot spot) {
        return used.computeIfAbsent("conclusion-unit " + key(spot), _ -> {
            var id = UUID.randomUUID().toString();
            var second = spot.of().unit(spot.commune() + (spot.unit().endsWith(".vhxh") ? "" : ".vhxh"));
            var task = new PlannedTask(new TaskId(id), new PlanId("plan-shared"), spot.provinceId(), spot.communeId(), 0, "1", seats.wordOf(spot) + " " + id,
                    List.of(spot.unitId(), second), List.of(), null, null, new Due.By(LATER, false, false));
            topics.publish(new PlanEvent.TaskPlanned(task), task.commune(), "tasks/" + id, 1, clock.instant());
            await().atMost(LIMIT).pollInterval(Duration.ofMillis(50)).until(() -> assignments.find(id).isPresent());
            return id;
        });
    }

    private static String worker(Spot spot) {
        return spot.of().token(spot.unit(), switch (spot.unit()) {
            case "xa1" -> Role.COMMUNE_LEADER;
            case "xa1.vhxh" -> Role.COMMUNE_STANDING;
            case "xa1.thon1" -> Role.VILLAGE_HEAD;
            default -> Role.UNIT_HEAD;
        });
    }

    private void submitted(String id, Spot spot) {
        done(id, "completion", spot.standing(), new Tasks.Completion("Xong", null, null));
    }

    private void extensionAsked(String id, Spot spot) {
        done(id, "extension", spot.standing(), wanted(0));
    }

    private void done(String id, String command, String token, Object body) {
        post(TASK + id + "/" + command, token, body).expectStatus().isOk();
    }

    private String withFile(Spot spot) {
        var path = TASK + fresh(spot);
        var sent = http.post().uri(path + "/files").header("Authorization", "Bearer " + spot.standing()).contentType(MediaType.valueOf(file().type()))
                .body(file().bytes()).exchange().expectStatus().isCreated().expectBody(Tasks.File.class).returnResult().getResponseBody();
        var file = Objects.requireNonNull(sent).id();
        post(path + "/progress", spot.standing(), new Tasks.Progress("Ảnh", null, null, List.of(file))).expectStatus().isOk();
        return path + "/files/" + file;
    }

    private static WritingCall.Content file() {
        var body = "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7 Ảnh\r\n--limit--\r\n";
        return new WritingCall.Content("multipart/form-data; boundary=limit", body.getBytes(StandardCharsets.UTF_8));
    }

    private Tasks.Acts acknowledged(Spot spot) {
        return new Tasks.Acts("acknowledge", List.of(new TaskId(task("acts", spot))), null);
    }

    /** One that somebody of that commune, or of the province, has begun. */
    private String process(Spot spot) {
        var token = spot.commune() == null ? spot.of().token("so", Role.PROVINCE_STANDING) : spot.standing();
        var begun = post("/api/tasks/acts", token, acknowledged(new Spot(province, "xa1", "xa1.congan"))).expectStatus().is2xxSuccessful()
                .expectBody(Processes.Process.class).returnResult().getResponseBody();
        return Objects.requireNonNull(begun).id();
    }

    private String key(String token) {
        var made = post("/api/calendar/keys", token, null).expectBody(Calendars.Made.class).returnResult().getResponseBody();
        return Objects.requireNonNull(made).id();
    }
}
