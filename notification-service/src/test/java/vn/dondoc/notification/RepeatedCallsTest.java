package vn.dondoc.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.testing.DeadLetterCalls;
import vn.dondoc.testing.TestIssuer;
import vn.dondoc.testing.WritingCall;
import vn.dondoc.testing.WritingCall.Kind;
import vn.dondoc.testing.WritingCall.Ready;
import vn.dondoc.testing.WritingCallTests;
import vn.dondoc.testing.WritingCalls;

import static org.awaitility.Awaitility.await;

/** Every writing call can be repeated and loses nothing to other writers. A message that was read stays read: it has no version to guard. */
class RepeatedCallsTest extends ServiceTest implements WritingCallTests {

    private static final String UNIT = "xa1.kinhte";

    @Override
    public String service() {
        return "notification";
    }

    @Override
    public WritingCalls writingCalls() {
        var all = new ArrayList<>(DeadLetterCalls.of(mongo, "notification-service", PROVINCE.token("tinh", Role.PROVINCE_ADMINISTRATOR)));
        DOORS.contact("nt-code", "+84912345678", null);
        all.add(new WritingCall("POST /api/notifications/codes", Kind.NATURALLY_ONCE,
                () -> Ready.of("/api/notifications/codes", TestIssuer.service("console"),
                        Map.of("person", "nt-code", "code", "123456"), Map.of("person", "nt-code", "code", "654321"))));
        all.add(new WritingCall("POST /api/notifications/{id}/read", Kind.NATURALLY_ONCE,
                () -> Ready.of("/api/notifications/" + arrived() + "/read", PROVINCE.token(UNIT, Role.OFFICER))));
        for (var decision : List.of("resend", "cancel")) {
            all.add(new WritingCall("POST /api/deliveries/{id}/" + decision, Kind.NATURALLY_ONCE, () -> Ready.of(
                    "/api/deliveries/" + StoredDeliveries.put(mongo, PROVINCE, decision.equals("resend") ? "FAILED" : "WAITING") + "/" + decision,
                    PROVINCE.token("tinh", Role.PROVINCE_ADMINISTRATOR))));
        }
        return new WritingCalls("http://127.0.0.1:" + port, mongo, all);
    }

    /** A message for the inbox alone: no letter that is sent meanwhile adds to its history. */
    private String arrived() {
        var task = "nt-" + UUID.randomUUID();
        happens(new TaskEvent.TaskCompleted(owed.task(task, today().plusDays(30), UNIT)), 1);
        await().atMost(LIMIT).until(() -> inboxAbout(task, UNIT, Role.OFFICER).size() == 1);
        return inboxAbout(task, UNIT, Role.OFFICER).getFirst().id().value();
    }
}
