package vn.dondoc.notification;

import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import vn.dondoc.contracts.api.Gaps;
import vn.dondoc.contracts.api.MessageTemplates;
import vn.dondoc.contracts.api.ReminderRules;
import vn.dondoc.contracts.api.UrgedWeeks;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.TaskId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a commune changes of the rules holds for its own tasks; a week is read from what was told; gaps are shown. */
class RulesOfAPlaceTest extends ServiceTest {

    private static final String OFFICE = "xa2.kinhte";

    private final String standing = PROVINCE.token("xa2.vhxh", Role.COMMUNE_STANDING);
    private final String rules = "/api/notifications/rules/" + PROVINCE.unit("xa2");

    @Test
    void a_step_that_is_switched_off_is_kept_and_told_to_nobody_and_the_preview_says_who_would_hear() {
        assertThat(rule("due-soon:3").on()).isTrue();
        var off = new ReminderRules.RuleWanted("due-soon:3", false, List.of("responsible"), List.of("inbox", "email"), "normal");
        var more = new ReminderRules.RuleWanted("due-soon:1", true, List.of("responsible", "standing"), List.of("inbox"), "normal");
        change(new ReminderRules.Wanted(List.of(off, more)));
        assertThat(rule("due-soon:3").on()).isFalse();
        await().atMost(LIMIT).until(() -> {
            var probe = soon(3);
            await().atMost(LIMIT).until(() -> stored(probe) != null);
            return "DROPPED".equals(Objects.requireNonNull(stored(probe)).getString("inbox"));
        });
        var told = soon(1);
        await().atMost(LIMIT).until(() -> inboxAbout(told, "xa2.vhxh", Role.COMMUNE_STANDING).size() == 1);
        assertThat(inboxAbout(told, OFFICE, Role.OFFICER)).hasSize(1);

        var reset = preview(new ReminderRules.Wanted(List.of()));
        assertThat(reset.steps()).isGreaterThanOrEqualTo(2);
        assertThat(reset.rows()).anySatisfy(row -> {
            assertThat(row.position()).isEqualTo(PROVINCE.positionId(OFFICE, Role.OFFICER));
            assertThat(row.would()).isGreaterThan(row.present());
        });
        change(new ReminderRules.Wanted(List.of()));
        assertThat(rule("due-soon:3").on()).isTrue();
    }

    @Test
    void what_is_critical_is_not_muted() {
        var muted = new ReminderRules.Wanted(List.of(new ReminderRules.RuleWanted("overdue", false, List.of("responsible"), List.of("email"), "critical")));
        http.put().uri(rules).header(HttpHeaders.AUTHORIZATION, "Bearer " + standing).header(HttpHeaders.IF_MATCH, "\"" + version() + "\"")
                .contentType(MediaType.APPLICATION_JSON).body(muted).exchange().expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("RULE_CRITICAL_OFF");
    }

    @Test
    void a_week_tells_what_was_urged_and_what_came_of_it() {
        var done = soon(2);
        var open = soon(2);
        await().atMost(LIMIT).until(() -> stored(done) != null && stored(open) != null);
        TOPICS.publish(new TaskEvent.CompletionSubmitted(task(done, 2, WorkState.SUBMITTED, today())), PROVINCE.unit("xa2"), "assignments/" + done, 2, clock.instant());
        var path = "/api/notifications/weeks/" + PROVINCE.unit("xa2") + "?week=" + today();
        await().atMost(LIMIT).untilAsserted(() -> {
            var week = Objects.requireNonNull(http.get().uri(path).header(HttpHeaders.AUTHORIZATION, "Bearer " + standing).exchange().expectStatus().isOk()
                    .expectBody(UrgedWeeks.Week.class).returnResult().getResponseBody());
            assertThat(week.rows()).anySatisfy(row -> {
                assertThat(row.unit()).isEqualTo(PROVINCE.unit(OFFICE));
                assertThat(row.done()).isPositive();
                assertThat(row.open()).isPositive();
                assertThat(row.urged()).isEqualTo(row.done() + row.later() + row.open());
            });
        });
    }

    @Test
    void what_went_up_since_nobody_held_the_position_when_it_was_sent_is_a_warning() {
        var vacant = new PositionState(new PositionId("nt-vacant"), PROVINCE.unit(OFFICE), "Cán bộ kiêm nhiệm", Role.OFFICER, null, null);
        TOPICS.organisation(List.of(), List.of(vacant), List.of());
        await().atMost(LIMIT).until(() -> directory.position(vacant.id()).isPresent());
        mongo.getCollection("deliveries").updateOne(Filters.eq("_id", StoredDeliveries.put(mongo, PROVINCE, "DROPPED")), new Document("$set",
                new Document("wentUp", true).append("commune", PROVINCE.unit("xa2").value()).append("positions", List.of("nt-vacant"))));
        var found = Objects.requireNonNull(http.get().uri("/api/notifications/gaps").header(HttpHeaders.AUTHORIZATION, "Bearer " + standing).exchange()
                .expectStatus().isOk().expectBody(Gaps.Found.class).returnResult().getResponseBody());
        assertThat(found.gaps()).filteredOn(gap -> gap.kind() == Gaps.Kind.WENT_UP).singleElement().satisfies(gap -> {
            assertThat(gap.positionTitle()).isEqualTo("Cán bộ kiêm nhiệm");
            assertThat(gap.open()).isOne();
        });
        var elsewhere = Objects.requireNonNull(http.get().uri("/api/notifications/gaps").header(HttpHeaders.AUTHORIZATION, "Bearer " + PROVINCE.token("xa1.vhxh", Role.COMMUNE_STANDING))
                .exchange().expectStatus().isOk().expectBody(Gaps.Found.class).returnResult().getResponseBody());
        assertThat(elsewhere.gaps()).noneMatch(gap -> gap.kind() == Gaps.Kind.WENT_UP);
    }

    @Test
    void templates_are_filled_with_a_message_of_the_branch() {
        var id = soon(5);
        await().atMost(LIMIT).until(() -> stored(id) != null);
        var preview = Objects.requireNonNull(http.get().uri("/api/notifications/templates/task.due-soon").header(HttpHeaders.AUTHORIZATION, "Bearer " + standing)
                .exchange().expectStatus().isOk().expectBody(MessageTemplates.Preview.class).returnResult().getResponseBody());
        assertThat(preview.template().vi().subject()).contains("{0}");
        assertThat(Objects.requireNonNull(preview.vi()).subject()).contains(Owed.TITLE).doesNotContain("{");
        assertThat(Objects.requireNonNull(preview.en()).subject()).contains("left");
    }

    private String soon(int days) {
        var id = "nr-" + UUID.randomUUID();
        TOPICS.publish(new TaskEvent.TaskDueSoon(task(id, days, WorkState.NOT_STARTED, null), days), PROVINCE.unit("xa2"), "assignments/" + id, 1, clock.instant());
        return id;
    }

    private TaskState task(String id, int days, WorkState state, @Nullable LocalDate submitted) {
        return new TaskState(
                new TaskId(id), new PlanId("nr-plan"), PROVINCE.unit("tinh"), PROVINCE.unit("xa2"), 0, "1.", Owed.TITLE, List.of(PROVINCE.unit(OFFICE)), List.of(), null,
                null, today().plusDays(days), state, submitted == null ? TimeClass.DUE_SOON : TimeClass.COMPLETED_IN_TIME, true, false, submitted, null);
    }

    private @Nullable Document stored(String task) {
        return mongo.getCollection("notifications").find(Filters.eq("cause.obligation", task)).first();
    }

    private ReminderRules.Rule rule(String step) {
        return all().rules().stream().filter(rule -> rule.step().equals(step)).findFirst().orElseThrow();
    }

    private long version() {
        return all().version();
    }

    private ReminderRules.Rules all() {
        return Objects.requireNonNull(http.get().uri(rules).header(HttpHeaders.AUTHORIZATION, "Bearer " + standing).exchange().expectStatus().isOk()
                .expectBody(ReminderRules.Rules.class).returnResult().getResponseBody());
    }

    private void change(ReminderRules.Wanted wanted) {
        http.put().uri(rules).header(HttpHeaders.AUTHORIZATION, "Bearer " + standing).header(HttpHeaders.IF_MATCH, "\"" + version() + "\"")
                .contentType(MediaType.APPLICATION_JSON).body(wanted).exchange().expectStatus().isOk();
    }

    private ReminderRules.Preview preview(ReminderRules.Wanted wanted) {
        return Objects.requireNonNull(http.post().uri(rules + "/preview").header(HttpHeaders.AUTHORIZATION, "Bearer " + standing)
                .contentType(MediaType.APPLICATION_JSON).body(wanted).exchange().expectStatus().isOk().expectBody(ReminderRules.Preview.class).returnResult()
                .getResponseBody());
    }
}
