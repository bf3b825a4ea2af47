package vn.dondoc.notification;

import com.mongodb.client.model.Filters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.dondoc.contracts.api.NotificationPreferences;
import vn.dondoc.contracts.api.ReminderRules;
import vn.dondoc.contracts.api.Urgings;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Place;
import vn.dondoc.testing.AccessMatrix;
import vn.dondoc.testing.AccessProbe;
import vn.dondoc.testing.AccessProbe.Sent;
import vn.dondoc.testing.AccessStages;
import vn.dondoc.testing.OperationProbes;
import vn.dondoc.testing.RolesTable;
import vn.dondoc.testing.Seats;
import vn.dondoc.testing.Seats.Spot;
import vn.dondoc.testing.TestIssuer;
import vn.dondoc.testing.TestProvince;
import vn.dondoc.testing.WritingCall;

import static org.awaitility.Awaitility.await;

/** Every call of the service in every role and place, also after a position was given to another. */
class AccessMatrixTest extends ServiceTest {

    private static final String UNIT = "xa1.kinhte";
    private static final String MESSAGES = "/api/notifications/";
    private static final String LETTERS = "/api/urgings/";

    private final Map<String, String> made = new ConcurrentHashMap<>();

    private final TestProvince elsewhere = new TestProvince("nv");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void the_page_of_roles_says_what_the_handlers_declare() {
        RolesTable.isOnThePage("notification", matrix("none").table());
    }

    @Test
    void every_call_is_answered_as_declared_in_every_role_and_place_and_again_after_a_transfer() {
        var seats = new Seats(PROVINCE, elsewhere);
        elsewhere.publish(TOPICS);
        TOPICS.organisation(List.of(), seats.further(), List.of());
        AccessStages.transfer(seats, position -> TOPICS.organisation(List.of(), List.of(position), List.of()), this::isKnown,
                known -> await().atMost(LIMIT).untilAsserted(known::run));
        var matrix = matrix(arrived());
        matrix.strangers(seats).isAsDeclared();
        matrix.everybody(seats).isAsDeclared();
        matrix.readers(seats, List.of(seats.afterTransfer())).isAsDeclared();

        for (var other : List.of(new Spot(PROVINCE, "xa2", "xa2.vhxh"), new Spot(elsewhere, "xa1", "xa1.vhxh"))) {
            completed(other, seats.wordOf(other));
            await().atMost(LIMIT).until(() -> inboxOf(other.standing()).contains(seats.wordOf(other)));
        }
        matrix.nothingLeaks(seats, List.of("/api/notifications?limit=200", "/api/notifications?unread=true&limit=1", "/actuator/prometheus", "/actuator/health"))
                .isAsDeclared();
    }

    private void completed(Spot spot, String title) {
        var id = new TaskId("nx-" + UUID.randomUUID());
        var state = new TaskState(
                id, new PlanId("nx-plan"), spot.provinceId(), spot.communeId(), 0, "1.", title, List.of(spot.unitId()), List.of(), null, null, null,
                WorkState.COMPLETED, TimeClass.COMPLETED_IN_TIME, true, false, null, null);
        TOPICS.publish(new TaskEvent.TaskCompleted(state), spot.communeId(), "assignments/" + id, 1, clock.instant());
    }

    private String inboxOf(String token) {
        return String.valueOf(http.get().uri("/api/notifications?limit=200").header("Authorization", "Bearer " + token).exchange()
                .returnResult(String.class).getResponseBody());
    }

    private boolean isKnown(PersonId person) {
        return http.get().uri("/api/notifications/unread").header("Authorization", "Bearer " + TestIssuer.token(person)).exchange()
                .returnResult(String.class).getStatus().is2xxSuccessful();
    }

    /** @param message in the inbox of the officer of the office */
    private AccessMatrix matrix(String message) {
        var probes = new HashMap<>(OperationProbes.of(mongo, "notification-service"));
        probes.put("GET /api/notifications", AccessProbe.of("/api/notifications"));
        probes.put("GET /api/notifications/changes", AccessProbe.of("/api/notifications/changes"));
        probes.put("GET /api/notifications/unread", AccessProbe.of("/api/notifications/unread"));
        probes.put("POST /api/notifications/{id}/read", (seat, place, _) -> switch (place) {
            case OWN_UNIT -> seat.role() == Role.OFFICER ? Sent.to(MESSAGES + message + "/read") : null;
            case SIBLING, OWN_COMMUNE, PROVINCE -> seat.role() == Role.OFFICER ? null : Sent.to(MESSAGES + message + "/read");
            case OTHER_COMMUNE, OTHER_PROGRAMME -> null;
        });
        probes.put("GET /api/notifications/preferences", AccessProbe.of("/api/notifications/preferences"));
        probes.put("PUT /api/notifications/preferences", (seat, _, _) -> Sent.to("/api/notifications/preferences", new NotificationPreferences.Wanted("08:00", List.of()))
                .at(() -> versionIn("preferences", seat.person().value())));
        rules(probes);
        letters(probes);
        probes.put("GET /api/deliveries", AccessProbe.of("/api/deliveries"));
        probes.put("GET /api/deliveries/channels", AccessProbe.of("/api/deliveries/channels"));
        probes.put("GET /api/deliveries/{id}", (_, _, _) -> Sent.to("/api/deliveries/" + StoredDeliveries.put(mongo, PROVINCE, "FAILED")));
        for (var decision : List.of("resend", "cancel")) {
            probes.put("POST /api/deliveries/{id}/" + decision,
                    (_, _, _) -> Sent.to("/api/deliveries/" + StoredDeliveries.put(mongo, PROVINCE, "FAILED") + "/" + decision));
        }
        return new AccessMatrix("http://127.0.0.1:" + port, mapping, probes);
    }

    private void rules(Map<String, AccessProbe> probes) {
        var path = "/api/notifications/rules/";
        var none = new ReminderRules.Wanted(List.of());
        probes.put("GET /api/notifications/rules/{unit}", ofArea(area -> Sent.to(path + area)));
        probes.put("PUT /api/notifications/rules/{unit}", ofArea(area -> Sent.to(path + area, none).at(() -> bookVersion(area))));
        probes.put("POST /api/notifications/rules/{unit}/preview", ofArea(area -> Sent.to(path + area + "/preview", none)));
        probes.put("GET /api/notifications/weeks/{unit}", ofArea(area -> Sent.to("/api/notifications/weeks/" + area)));
        probes.put("GET /api/notifications/templates", AccessProbe.of("/api/notifications/templates"));
        probes.put("GET /api/notifications/templates/{key}", AccessProbe.of("/api/notifications/templates/task.accepted"));
        probes.put("GET /api/notifications/gaps", AccessProbe.of("/api/notifications/gaps"));
    }

    /** The commune of a spot; the province where it is in none. */
    private static AccessProbe ofArea(Function<UnitId, Sent> sent) {
        return (_, place, spot) -> place == Place.OWN_COMMUNE || place == Place.OTHER_COMMUNE || place == Place.PROVINCE
                ? sent.apply(spot.commune() == null ? spot.provinceId() : spot.communeId()) : null;
    }

    private long bookVersion(UnitId area) {
        return versionIn("rule_books", area.value());
    }

    private long versionIn(String collection, String id) {
        var stored = mongo.getCollection(collection).find(Filters.eq("_id", id)).first();
        return stored == null ? 0 : stored.getList("history", Document.class).getLast().get("sequence", Number.class).longValue();
    }

    private void letters(Map<String, AccessProbe> probes) {
        probes.put("GET /api/urgings", AccessProbe.of("/api/urgings"));
        probes.put("GET /api/urgings/late", AccessProbe.of("/api/urgings/late"));
        probes.put("POST /api/urgings", (_, _, _) -> Sent.to("/api/urgings", new Urgings.Wanted(List.of(new Urgings.RowRef("task", lateIn(home()))), null)));
        probes.put("GET /api/urgings/{id}", (_, _, spot) -> of(letter("read", spot, "sent"), id -> Sent.to(LETTERS + id)));
        probes.put("GET /api/urgings/{id}/signed", (_, _, spot) -> of(letter("read", spot, "sent"), id -> Sent.to(LETTERS + id + "/signed")));
        probes.put("GET /api/urgings/{id}/document", (_, _, spot) -> of(letter("draft", spot, "draft"), id -> Sent.to(LETTERS + id + "/document")));
        probes.put("GET /api/urgings/{id}/annexes/{unit}", (_, _, spot) -> of(letter("read", spot, "sent"), id -> Sent.to(LETTERS + id + "/annexes/" + addressee(spot))));
        probes.put("PATCH /api/urgings/{id}", (_, _, spot) -> of(letter("draft", spot, "draft"), id -> new Sent(
                LETTERS + id, WritingCall.Content.patch(Map.of("subject", "khác")), () -> letterVersion(id))));
        probes.put("POST /api/urgings/{id}/discarding", (seat, _, spot) -> of(letter("discard " + seat.name(), spot, "draft"), id ->
                new Sent(LETTERS + id + "/discarding", null, () -> letterVersion(id))));
        probes.put("POST /api/urgings/{id}/issue", (seat, _, spot) -> of(letter("issue", spot, "draft"), id ->
                new Sent(LETTERS + id + "/issue", Letters.form("3/UBND", today()), () -> letterVersion(id))));
        probes.put("POST /api/urgings/{id}/sending", (seat, _, spot) -> of(letter("send " + seat.name(), spot, "issued"), id ->
                new Sent(LETTERS + id + "/sending", null, () -> letterVersion(id))));
        probes.put("POST /api/urgings/{id}/answers", (seat, _, spot) -> of(letter("answer " + seat.name(), spot, "sent"), id -> new Sent(
                LETTERS + id + "/answers", WritingCall.Content.json(new Urgings.Reply(addressee(spot), "Xong")), () -> letterVersion(id))));
    }

    private static @Nullable Sent of(@Nullable String id, Function<String, Sent> sent) {
        return id == null ? null : sent.apply(id);
    }

    private static UnitId addressee(Spot spot) {
        return spot.commune() == null ? spot.of().unit("xa1") : spot.of().unit(urged(spot));
    }

    private static String urged(Spot spot) {
        return spot.commune() == null ? "xa1.kinhte" : spot.unit().equals(spot.commune()) || spot.unit().endsWith(".vhxh") ? spot.commune() + ".congan" : spot.unit();
    }

    private static Spot home() {
        return new Spot(PROVINCE, "xa1", UNIT);
    }

    /** Of the commune of the spot, to its unit; of the province, to a commune. */
    private @Nullable String letter(String use, Spot spot, String stage) {
        if (spot.commune() == null && !spot.unit().equals("so")) {
            return null;
        }
        return made.computeIfAbsent(use + " " + spot.of().unit(spot.unit()), _ -> {
            var writer = spot.commune() == null ? spot.of().token("so", Role.PROVINCE_STANDING) : spot.standing();
            var letters = new Letters(http);
            var task = lateIn(spot);
            var letter = switch (stage) {
                case "draft" -> letters.draft(writer, task);
                case "issued" -> letters.issued(writer, today(), task);
                default -> letters.sent(writer, today(), task);
            };
            return letter.summary().id().value();
        });
    }

    private String lateIn(Spot spot) {
        var id = "nl-" + UUID.randomUUID();
        var last = today().minusDays(3);
        var commune = spot.of().unit(spot.commune() == null ? "xa1" : spot.commune());
        var state = new TaskState(
                new TaskId(id), new PlanId("nx-plan"), spot.provinceId(), commune, 0, "1.", "Việc muộn", List.of(spot.of().unit(urged(spot))), List.of(), null, null,
                last, WorkState.IN_PROGRESS, TimeClass.OVERDUE, true, false, null, null);
        TOPICS.publish(new TaskEvent.TaskOverdue(state, last.plusDays(1)), commune, "assignments/" + id, 1, clock.instant());
        await().atMost(LIMIT).until(() -> mongo.getCollection("obligations").countDocuments(Filters.eq("_id", "task:" + id)) == 1);
        return id;
    }

    private long letterVersion(String id) {
        var stored = Objects.requireNonNull(mongo.getCollection("urgings").find(Filters.eq("_id", id)).first());
        return stored.getList("history", Document.class).getLast().get("sequence", Number.class).longValue();
    }

    private String arrived() {
        var task = "nx-" + UUID.randomUUID();
        happens(new TaskEvent.TaskCompleted(owed.task(task, today().plusDays(30), UNIT)), 1);
        await().atMost(LIMIT).until(() -> inboxAbout(task, UNIT, Role.OFFICER).size() == 1);
        return inboxAbout(task, UNIT, Role.OFFICER).getFirst().id().value();
    }
}
