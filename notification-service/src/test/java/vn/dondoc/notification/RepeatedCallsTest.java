package vn.dondoc.notification;

import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.testing.DeadLetterCalls;
import vn.dondoc.testing.WritingCall;
import vn.dondoc.testing.WritingCall.Kind;
import vn.dondoc.testing.WritingCall.Ready;
import vn.dondoc.testing.WritingCalls;

import static org.awaitility.Awaitility.await;

/** Every writing call can be repeated and loses nothing to other writers. A message that was read stays read: it has no version to guard. */
class RepeatedCallsTest extends ServiceTest {

    private static final String UNIT = "xa1.kinhte";

    static Set<String> described() {
        return WritingCalls.describedFor("notification");
    }

    private WritingCalls calls() {
        var all = new ArrayList<>(DeadLetterCalls.of(mongo, "notification-service", PROVINCE.token("tinh", Role.PROVINCE_ADMINISTRATOR)));
        all.add(new WritingCall("POST /api/notifications/{id}/read", Kind.NATURALLY_ONCE,
                () -> Ready.of("/api/notifications/" + arrived() + "/read", PROVINCE.token(UNIT, Role.OFFICER))));
        return new WritingCalls("http://127.0.0.1:" + port, mongo, all);
    }

    /** A message for the inbox alone: no letter that is sent meanwhile adds to its history. */
    private String arrived() {
        var task = "nt-" + UUID.randomUUID();
        happens(new TaskEvent.TaskCompleted(owed.task(task, today().plusDays(30), UNIT)), 1);
        await().atMost(LIMIT).until(() -> inboxAbout(task, UNIT, Role.OFFICER).size() == 1);
        return inboxAbout(task, UNIT, Role.OFFICER).getFirst().id().value();
    }

    @Test
    void every_described_writing_call_is_shown() {
        calls().areAllOf("notification");
    }

    @ParameterizedTest
    @MethodSource("described")
    void repeated_it_is_done_once(String name) {
        calls().repeatedItIsDoneOnce(name);
    }

    @ParameterizedTest
    @MethodSource("described")
    void sixteen_with_one_key_are_one(String name) {
        calls().sixteenWithOneKeyAreOne(name);
    }

    @ParameterizedTest
    @MethodSource("described")
    void sixteen_with_keys_of_their_own_lose_nothing(String name) {
        calls().sixteenWithKeysOfTheirOwnLoseNothing(name);
    }
}
