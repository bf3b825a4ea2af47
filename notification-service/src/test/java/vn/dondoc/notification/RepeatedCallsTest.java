package vn.dondoc.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.NotificationPreferences;
import vn.dondoc.contracts.api.ReminderRules;
import vn.dondoc.contracts.api.Urgings;
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

    /** What is told, and how that fares on its channels, follows a letter or a late task after a while. */
    private static final Set<String> BY_ITSELF = Set.of(
            "NotificationQueued", "NotificationDelivered", "NotificationFailed", "NotificationDropped", "UrgingTold", "UrgingAnswerOverdue");

    private int changes;

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
        all.addAll(urging());
        var rules = "/api/notifications/rules/" + PROVINCE.unit("xa1");
        all.add(new WritingCall("PUT /api/notifications/rules/{unit}", Kind.CHANGES_ONCE, () -> {
            var one = wanted(++changes);
            return new Ready(rules, standing(), WritingCall.Content.json(one), WritingCall.Content.json(wanted(++changes)), ruleVersion(rules));
        }));
        var own = "/api/notifications/preferences";
        all.add(new WritingCall("PUT /api/notifications/preferences", Kind.CHANGES_ONCE, () -> {
            var one = new NotificationPreferences.Wanted("%02d:%02d".formatted(++changes / 60 % 24, changes % 60), List.of());
            var other = new NotificationPreferences.Wanted("%02d:%02d".formatted(++changes / 60 % 24, changes % 60), List.of());
            return new Ready(own, standing(), WritingCall.Content.json(one), WritingCall.Content.json(other), preferenceVersion(own));
        }));
        all.add(new WritingCall("POST /api/notifications/rules/{unit}/preview", Kind.NATURALLY_ONCE,
                () -> Ready.of(rules + "/preview", standing(), wanted(1), wanted(2))));
        for (var decision : List.of("resend", "cancel")) {
            all.add(new WritingCall("POST /api/deliveries/{id}/" + decision, Kind.NATURALLY_ONCE, () -> Ready.of(
                    "/api/deliveries/" + StoredDeliveries.put(mongo, PROVINCE, decision.equals("resend") ? "FAILED" : "WAITING") + "/" + decision,
                    PROVINCE.token("tinh", Role.PROVINCE_ADMINISTRATOR))));
        }
        return new WritingCalls("http://127.0.0.1:" + port, mongo, all, BY_ITSELF);
    }

    private List<WritingCall> urging() {
        var path = "/api/urgings/";
        return List.of(
                new WritingCall("POST /api/urgings", Kind.CREATES, () -> Ready.of("/api/urgings", standing(), wanted(late()), wanted(late()))),
                new WritingCall("PATCH /api/urgings/{id}", Kind.CHANGES_ONCE, () -> {
                    var draft = new Letters(http).draft(standing(), late());
                    var id = UUID.randomUUID();
                    return new Ready(path + draft.summary().id(), standing(), WritingCall.Content.patch(Map.of("subject", "một " + id)),
                            WritingCall.Content.patch(Map.of("subject", "hai " + id)), draft.version());
                }),
                once("discarding", () -> new Letters(http).draft(standing(), late()), null, null),
                new WritingCall("POST /api/urgings/{id}/issue", Kind.CHANGES_ONCE, () -> {
                    var draft = new Letters(http).draft(standing(), late());
                    return new Ready(path + draft.summary().id() + "/issue", standing(), Letters.form("1/UBND", today()), Letters.form("2/UBND", today()), draft.version());
                }),
                once("sending", () -> new Letters(http).issued(standing(), today(), late()), null, null),
                once("answers", () -> told(new Letters(http).sent(standing(), today(), late())), new Urgings.Reply(PROVINCE.unit(UNIT), "Xong"),
                        new Urgings.Reply(PROVINCE.unit(UNIT), "Chưa xong")));
    }

    private WritingCall once(String what, Supplier<Urgings.Urging> letter, @Nullable Object body, @Nullable Object other) {
        return new WritingCall("POST /api/urgings/{id}/" + what, Kind.CHANGES_ONCE, () -> {
            var ready = letter.get();
            return new Ready("/api/urgings/" + ready.summary().id() + "/" + what, standing(), body == null ? null : WritingCall.Content.json(body),
                    other == null ? null : WritingCall.Content.json(other), ready.version());
        });
    }

    /** The letter after its units were told, which adds to its history. */
    private Urgings.Urging told(Urgings.Urging sent) {
        await().atMost(LIMIT).until(() -> new Letters(http).get(standing(), sent).version() > sent.version());
        return new Letters(http).get(standing(), sent);
    }

    private String late() {
        return UrgingsTest.late(this, owed, UNIT, 2);
    }

    private static Urgings.Wanted wanted(String task) {
        return new Urgings.Wanted(List.of(new Urgings.RowRef("task", task)), null);
    }

    private static ReminderRules.Wanted wanted(int change) {
        var audiences = List.of(List.of("responsible"), List.of("responsible", "head"), List.of("responsible", "coordinating"), List.of("head"));
        return new ReminderRules.Wanted(List.of(new ReminderRules.RuleWanted(
                "stale", true, audiences.get(change % audiences.size()), List.of("inbox", change % 3 == 0 ? "email" : "zalo"), "normal")));
    }

    private long preferenceVersion(String path) {
        return Objects.requireNonNull(http.get().uri(path).header("Authorization", "Bearer " + standing()).exchange().expectStatus().isOk()
                .expectBody(NotificationPreferences.Preferences.class).returnResult().getResponseBody()).version();
    }

    private long ruleVersion(String path) {
        return Objects.requireNonNull(http.get().uri(path).header("Authorization", "Bearer " + standing()).exchange().expectStatus().isOk()
                .expectBody(ReminderRules.Rules.class).returnResult().getResponseBody()).version();
    }

    private static String standing() {
        return PROVINCE.token("xa1.vhxh", Role.COMMUNE_STANDING);
    }

    /** A message for the inbox alone: no letter that is sent meanwhile adds to its history. */
    private String arrived() {
        var task = "nt-" + UUID.randomUUID();
        happens(new TaskEvent.TaskCompleted(owed.task(task, today().plusDays(30), UNIT)), 1);
        await().atMost(LIMIT).until(() -> inboxAbout(task, UNIT, Role.OFFICER).size() == 1);
        return inboxAbout(task, UNIT, Role.OFFICER).getFirst().id().value();
    }
}
