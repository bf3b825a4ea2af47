package vn.dondoc.notification;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import vn.dondoc.contracts.api.Operations;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Messages that reach nobody, or that nobody reads. */
class ChecksTest extends ServiceTest {

    @Test
    void an_urgent_message_that_lies_unread_for_a_week_is_told_until_its_task_is_done() {
        var before = found("REMINDER_UNANSWERED").map(Operations.Finding::count).orElse(0L);
        happens(new TaskEvent.TaskOverdue(owed.overdue("nt-unread", today().minusDays(1), "xa1.kinhte"), today()), 1);
        var messages = Filters.and(Filters.eq("cause.obligation", "nt-unread"), Filters.eq("unread", true));
        await().atMost(LIMIT).until(() -> mongo.getCollection("notifications").countDocuments(messages) > 0);
        assertThat(found("REMINDER_UNANSWERED").map(Operations.Finding::count).orElse(0L)).as("of today").isEqualTo(before);
        var old = mongo.getCollection("notifications").updateMany(messages, Updates.set("at", Date.from(clock.instant().minus(Duration.ofDays(8))))).getModifiedCount();
        assertThat(found("REMINDER_UNANSWERED")).hasValueSatisfying(one -> {
            assertThat(one.count()).isEqualTo(before + old);
            assertThat(one.examples()).isNotEmpty();
        });
        mongo.getCollection("notifications").updateMany(messages, Updates.set("unread", false));
        assertThat(found("REMINDER_UNANSWERED").map(Operations.Finding::count).orElse(0L)).isEqualTo(before);
    }

    @Test
    void a_unit_that_owes_something_and_has_nobody_is_told() {
        TOPICS.organisation(List.of(new UnitState(
                PROVINCE.unit("xa1.trong"), "Trung tâm trống", List.of(), UnitKind.OFFICE, PROVINCE.unit("xa1"), PROVINCE.unit("xa1"), PROVINCE.unit("tinh"), false, true)),
                List.of(), List.of());
        await().atMost(LIMIT).until(() -> directory.unit(PROVINCE.unit("xa1.trong")).isPresent());
        happens(new TaskEvent.TaskAssigned(owed.task("nt-nobody", today().plusDays(30), "xa1.trong")), 1);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(found("OBLIGATION_WITHOUT_RECIPIENT")).hasValueSatisfying(one -> {
            assertThat(one.severity()).isEqualTo(Operations.Severity.CRITICAL);
            assertThat(one.examples()).anySatisfy(name -> assertThat(name).startsWith("Trung tâm trống, "));
        }));
    }

    private Optional<Operations.Finding> found(String code) {
        var answer = http.get().uri("/api/operations/notification-service/checks")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + PROVINCE.token("tinh", Role.PROVINCE_ADMINISTRATOR)).exchange().expectStatus().isOk()
                .expectBody(Operations.Checks.class).returnResult().getResponseBody();
        assertThat(Objects.requireNonNull(answer).findings()).extracting(Operations.Finding::code).doesNotContain("CHECK_FAILED");
        return answer.findings().stream().filter(one -> one.code().equals(code)).findFirst();
    }
}
