package vn.dondoc.task;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.platform.time.DomainClock;

import static org.assertj.core.api.Assertions.assertThat;

/** What was overdue on a past day stays what it was, whatever comes later. */
class HindsightTest extends TaskTest {

    private static final ParameterizedTypeReference<Page<Tasks.OverdueThen>> PAGE = new ParameterizedTypeReference<>() {};

    HindsightTest() {
        super("hs");
    }

    @Test
    void what_was_completed_later_was_overdue_then() {
        var id = assignedLongAgo(late(KINHTE));
        assertThat(overdueOn(5, standing())).extracting(Tasks.OverdueThen::id).extracting(Object::toString).contains(id);

        submit(id);
        post("/api/tasks/" + id + "/acceptance", standing(), null).expectStatus().isOk();

        var then = overdueOn(5, standing()).stream().filter(one -> one.id().value().equals(id)).findFirst().orElseThrow();
        assertThat(then.workState()).isEqualTo(WorkState.NOT_STARTED);
        assertThat(then.daysLate()).isEqualTo(5);
        assertThat(then.lastDay()).isEqualTo(clock.today().minusDays(10));
        assertThat(then.now()).isEqualTo(TimeClass.COMPLETED_LATE);
        assertThat(then.lead()).extracting(Tasks.UnitName::id).containsExactly(province.unit(KINHTE));
        assertThat(overdueOn(0, standing())).extracting(one -> one.id().value()).doesNotContain(id);
        assertThat(overdueOn(10, standing())).as("the last day is in time").extracting(one -> one.id().value()).doesNotContain(id);
        assertThat(overdueOn(25, standing())).as("not assigned yet").extracting(one -> one.id().value()).doesNotContain(id);
    }

    @Test
    void it_is_limited_to_the_branch_and_to_what_led_it_then() {
        var id = assignedLongAgo(late(KINHTE));
        assertThat(overdueOn(5, province.token("xa2.vhxh", Role.COMMUNE_STANDING))).isEmpty();
        assertThat(overdueOn(5, officer())).extracting(one -> one.id().value()).contains(id);
        assertThat(page("day=" + clock.today().minusDays(5) + "&unit=" + province.unit("xa1.congan"), standing()).items()).isEmpty();
        var one = page("limit=1&day=" + clock.today().minusDays(5), standing());
        assertThat(one.items()).hasSize(1);
        assertThat(Objects.requireNonNull(one.total())).isPositive();
    }

    @Test
    void a_day_that_is_none_or_has_not_come_is_refused() {
        get("/api/tasks/overdue-on?day=2026-02-30", standing()).expectStatus().isBadRequest();
        get("/api/tasks/overdue-on?day=", standing()).expectStatus().isBadRequest();
        get("/api/tasks/overdue-on", standing()).expectStatus().isBadRequest();
        get("/api/tasks/overdue-on?day=" + clock.today().plusDays(1), standing()).expectStatus().isEqualTo(422).expectBody().jsonPath("$.code").isEqualTo("DAY_AHEAD");
    }

    private List<Tasks.OverdueThen> overdueOn(int daysAgo, String token) {
        return page("limit=200&day=" + clock.today().minusDays(daysAgo), token).items();
    }

    private Page<Tasks.OverdueThen> page(String query, String token) {
        return Objects.requireNonNull(get("/api/tasks/overdue-on?" + query, token).expectStatus().isOk().expectBody(PAGE).returnResult().getResponseBody());
    }

    /** Twenty days ago, as if the service had been there then. */
    private String assignedLongAgo(String id) {
        var day = clock.today().minusDays(20);
        mongo.getCollection("assignments").updateOne(new Document("_id", id), new Document("$set",
                new Document("assignedOn", day.toString()).append("history.$[].at", Date.from(DomainClock.startOf(day)))));
        return id;
    }
}
