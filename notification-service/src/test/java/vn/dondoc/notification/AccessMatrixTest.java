package vn.dondoc.notification;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
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

import static org.awaitility.Awaitility.await;

/** Every call of the service in every role and place, also after a position was given to another. */
class AccessMatrixTest extends ServiceTest {

    private static final String UNIT = "xa1.kinhte";
    private static final String MESSAGES = "/api/notifications/";

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
        probes.put("GET /api/deliveries", AccessProbe.of("/api/deliveries"));
        probes.put("GET /api/deliveries/channels", AccessProbe.of("/api/deliveries/channels"));
        probes.put("GET /api/deliveries/{id}", (_, _, _) -> Sent.to("/api/deliveries/" + StoredDeliveries.put(mongo, PROVINCE, "FAILED")));
        for (var decision : List.of("resend", "cancel")) {
            probes.put("POST /api/deliveries/{id}/" + decision,
                    (_, _, _) -> Sent.to("/api/deliveries/" + StoredDeliveries.put(mongo, PROVINCE, "FAILED") + "/" + decision));
        }
        return new AccessMatrix("http://127.0.0.1:" + port, mapping, probes);
    }

    private String arrived() {
        var task = "nx-" + UUID.randomUUID();
        happens(new TaskEvent.TaskCompleted(owed.task(task, today().plusDays(30), UNIT)), 1);
        await().atMost(LIMIT).until(() -> inboxAbout(task, UNIT, Role.OFFICER).size() == 1);
        return inboxAbout(task, UNIT, Role.OFFICER).getFirst().id().value();
    }
}
