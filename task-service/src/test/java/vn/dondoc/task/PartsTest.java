package vn.dondoc.task;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.MediaType;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.Basis;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.PartKind;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlanState;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.part.Opening;
import vn.dondoc.testing.RealPartsInitializer;
import vn.dondoc.testing.TestIssuer;
import vn.dondoc.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Periods of tasks that recur, and parts given to other units, in the running service. */
class PartsTest extends TaskTest {

    private static final String VILLAGE = "xa1.thon1";
    private static final Due MONTHLY = new Due.Recurring(Frequency.MONTHLY);
    private static final Basis BASIS = new Basis("45/QĐ-UBND", LocalDate.of(2026, 10, 20));

    @Autowired Sweep<Assignment> sweep;
    @Autowired Opening opening;

    PartsTest() {
        super("pt");
    }

    @AfterEach
    void clockBack() {
        shift(Duration.ZERO);
    }

    @Test
    void each_period_is_an_assignment_of_its_own_once_with_two_sweeps_and_an_outage() {
        var series = planned(MONTHLY, null);
        assertThat(occurrences(series, 1)).singleElement().satisfies(first -> {
            assertThat(first.lastDay()).isEqualTo(clock.today().withDayOfMonth(clock.today().lengthOfMonth()));
            assertThat(first.planned().lead()).containsExactly(province.unit(KINHTE));
        });
        shift(Duration.ofDays(100));
        var sweeps = IntStream.range(0, 2).mapToObj(_ -> CompletableFuture.runAsync(() -> sweep.round())).toList();
        sweeps.forEach(CompletableFuture::join);
        var months = (int) ChronoUnit.MONTHS.between(
                clock.today().minusDays(100).withDayOfMonth(1), clock.today().withDayOfMonth(1)) + 1;
        var made = occurrences(series, months);
        assertThat(made).extracting(occurrence -> occurrence.partOf().period()).isSorted().doesNotHaveDuplicates();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(eventsOf(made.getFirst().id().value()))
                .startsWith("TaskAssigned").contains("TaskOverdue").endsWith("TaskEscalated"));
        assertThat(eventsOf(made.getFirst().id().value())).containsOnlyOnce("TaskAssigned", "TaskOverdue");
    }

    @Test
    void ended_between_the_occurrence_and_the_series_it_is_repeated_and_makes_nothing_twice() {
        var series = planned(MONTHLY, null);
        occurrences(series, 1);
        // the occurrence is there before the series has moved on
        await().atMost(LIMIT).until(() -> assignments.find(series).orElseThrow().version() == 2);
        var before = assignments.find(series).orElseThrow();
        // the first half of a step, in a month to come; the sweeper is killed before the series moves on
        opening.pass(before.state(), nextMonth());
        assertThat(occurrences(series, 2)).hasSize(2);
        assertThat(assignments.find(series).orElseThrow().version()).isEqualTo(before.version());

        shift(Duration.between(clock.instant(), nextMonth().plusSeconds(60)));
        sweep.round();
        await().atMost(LIMIT).until(() -> assignments.find(series).orElseThrow().version() > before.version());
        assertThat(occurrences(series, 2)).hasSize(2);
        var last = occurrences(series, 2).getLast().id().value();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(eventsOf(last)).containsExactly("TaskAssigned"));
    }

    @Test
    void an_occurrence_of_a_series_as_it_was_follows_what_became_of_it() {
        var series = planned(MONTHLY, null);
        occurrences(series, 1);
        var before = assignments.find(series).orElseThrow().state();
        publish(task(series, MONTHLY, "xa1.congan", "Tên mới"), 2);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(occurrences(series, 1).getFirst().planned().title()).isEqualTo("Tên mới"));
        assertThat(occurrences(series, 1).getFirst().planned().lead()).containsExactly(province.unit("xa1.congan"));

        // a sweeper that had read the series before makes the next one as it was then
        opening.pass(before, nextMonth());
        await().atMost(LIMIT).untilAsserted(() -> assertThat(occurrences(series, 2)).extracting(one -> one.planned().title()).containsOnly("Tên mới"));
    }

    @Test
    void a_period_that_is_open_follows_its_series_into_another_programme() {
        var series = planned(MONTHLY, null);
        var first = occurrences(series, 1).getFirst().id().value();
        publish(task(series, MONTHLY, KINHTE, "Việc hằng tháng").within("NQ 57"), 2);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(eventsOf(first)).endsWith("TaskDescribed"));
        assertThat(occurrences(series, 1).getFirst().particulars().programme()).isEqualTo("NQ 57");

        publish(task(series, MONTHLY, KINHTE, "Tên mới").within("NQ 57"), 3);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(eventsOf(first)).endsWith("TaskAmended"));
        assertThat(occurrences(series, 1).getFirst().particulars().programme()).as("named anew it stays there").isEqualTo("NQ 57");
    }

    @Test
    void withdrawn_the_open_periods_are_cancelled_also_one_that_comes_late_and_no_other_opens() {
        var series = planned(MONTHLY, null);
        occurrences(series, 1);
        var before = assignments.find(series).orElseThrow().state();
        var task = task(series, MONTHLY, KINHTE, "Việc hằng tháng");
        topics.publish(new PlanEvent.TaskWithdrawn(task.withdrawn(BASIS, clock.today())), task.commune(), "tasks/" + series, 2, clock.instant());
        await().atMost(LIMIT).until(() -> occurrences(series, 1).getFirst().work().state() == WorkState.CANCELLED);
        opening.pass(before, nextMonth());
        await().atMost(LIMIT).untilAsserted(() -> assertThat(occurrences(series, 2)).extracting(one -> one.work().state()).containsOnly(WorkState.CANCELLED));
        shift(Duration.ofDays(90));
        sweep.round();
        assertThat(occurrences(series, 2)).hasSize(2);
    }

    @Test
    void the_plans_year_ends_it_and_nothing_to_report_is_an_answer() {
        var plan = new PlanId("plan-" + UUID.randomUUID());
        var year = clock.today().getYear();
        topics.publish(new PlanEvent.PlanPublished(new PlanState(plan, province.unit("tinh"), province.unit("xa1"), "Kế hoạch năm", null, null, year,
                clock.today(), 1, 0, 0)), province.unit("xa1"), "plans/" + plan, 1, clock.instant());
        var series = planned(MONTHLY, plan);
        var left = 12 - clock.today().getMonthValue() + 1;
        shift(Duration.ofDays(500));
        sweep.round();
        assertThat(occurrences(series, left)).hasSize(left);
        await().atMost(LIMIT).until(() -> assignments.find(series).orElseThrow().state().nextBoundaryAt() == null);
        shift(Duration.ZERO);

        var shown = task(series, officer());
        assertThat(shown.actions()).containsExactly("acknowledgement", "return-to-giver", "comment", "steps", "disbursement", "following");
        assertThat(Objects.requireNonNull(shown.parts()).all()).isEqualTo(left);
        refused(series, "progress", officer(), new Tasks.Progress("Đã làm", null, null), 409, "TASK_RECURS");
        var first = Objects.requireNonNull(shown.parts()).items().getFirst();
        assertThat(first.kind()).isEqualTo(PartKind.OCCURRENCE);
        assertThat(first.period()).startsWith(year + "-");
        post(path(first.id().value(), "completion"), officer(), "{\"nothing\":true}").expectStatus().isOk();
        var answered = task(first.id().value(), officer());
        assertThat(answered.history()).extracting(Tasks.Entry::type).endsWith("CompletionSubmitted", "NothingToReport");
        assertThat(Objects.requireNonNull(answered.whole()).id().value()).isEqualTo(series);
        assertThat(answered.summary().part()).isEqualTo(new Tasks.Membership(PartKind.OCCURRENCE, new TaskId(series), first.period(), null));
        post(path(first.id().value(), "acceptance"), standing(), null).expectStatus().isOk();
        assertThat(Objects.requireNonNull(task(series, officer()).parts()).finished()).isEqualTo(1);
        refused(planned(KINHTE), "completion", officer(), Map.of("nothing", true), 422, "NOTHING_ONLY_IN_A_PERIOD");
        refused(planned(KINHTE), "completion", officer(), Map.of(), 400, "VALIDATION");
    }

    @Test
    void what_is_offered_to_whoever_gave_a_part_is_taken_from_them() {
        var part = delegated(planned(KINHTE), VILLAGE, LocalDate.of(2099, 6, 30));
        assertThat(task(part, officer()).actions()).contains("particulars", "reassignment", "cancellation");
        post(path(part, "particulars"), officer(), new Tasks.ParticularsWanted("57-1", null, null, null)).expectStatus().isOk();
        refused(part, "cancellation", standing(), new Tasks.Reason("Không cần"), 403, "FORBIDDEN");
        post(path(part, "cancellation"), officer(), new Tasks.Reason("Không cần nữa")).expectStatus().isOk();
    }

    @Test
    void a_part_from_its_giving_to_its_acceptance() {
        var whole = planned(KINHTE);
        var village = province.token(VILLAGE, Role.VILLAGE_HEAD);
        var offered = task(whole, officer());
        assertThat(offered.actions()).contains("delegation");
        assertThat(Objects.requireNonNull(offered.parts()).mayTake()).extracting(Tasks.UnitName::id)
                .contains(province.unit(VILLAGE), province.unit("xa1.congan")).doesNotContain(province.unit(KINHTE), province.unit("xa1"), province.unit("xa2.thon1"));
        get("/api/tasks/" + whole, village).expectStatus().isNotFound();

        var part = delegated(whole, VILLAGE, LocalDate.of(2099, 6, 30));
        var ofVillage = task(part, village);
        assertThat(ofVillage.summary().mayAct()).isTrue();
        assertThat(ofVillage.whole()).isEqualTo(new Tasks.Whole(new TaskId(whole), "Việc " + whole, false));
        get("/api/tasks/" + whole, village).expectStatus().isNotFound();
        post(path(part, "progress"), village, new Tasks.Progress("Đã đi 10 hộ", null, null)).expectStatus().isOk();
        refused(whole, "completion", officer(), new Tasks.Completion("Xong", null, null), 409, "PARTS_OPEN");
        post(path(whole, "completion"), officer(), new Tasks.Completion("Xong", null, null)).expectBody()
                .jsonPath("$.detail").value(String.class, text -> assertThat(text).startsWith("Còn 1 phần việc"));
        refused(part, "extension", village, new Tasks.ExtensionWanted(LocalDate.of(2100, 1, 1), "Chờ"), 422, "PART_AFTER_WHOLE");
        post(path(part, "completion"), village, new Tasks.Completion("Đã xong", null, null)).expectStatus().isOk();
        refused(part, "acceptance", village, null, 403, "FORBIDDEN");
        refused(part, "acceptance", standing(), null, 403, "FORBIDDEN");
        refused(part, "acceptance", province.token("xa1", Role.COMMUNE_LEADER), null, 403, "FORBIDDEN");
        refused(part, "acceptance", province.token("xa2", Role.COMMUNE_LEADER), null, 404, "NOT_FOUND");
        assertThat(task(part, officer()).actions()).containsExactly("acceptance", "return", "cancellation", "comment", "particulars", "steps", "following");
        post(path(part, "acceptance"), officer(), null).expectStatus().isOk();
        assertThat(task(part, officer()).history().getLast().position()).isEqualTo(province.positionId(KINHTE, Role.OFFICER));

        var shown = Objects.requireNonNull(task(whole, officer()).parts());
        assertThat(shown.finished()).isEqualTo(1);
        assertThat(shown.all()).isEqualTo(1);
        assertThat(shown.items()).extracting(Tasks.Part::title, Tasks.Part::workState, Tasks.Part::visible).containsExactly(tuple("Rà soát của thôn", WorkState.COMPLETED, true));
        assertThat(task(whole, province.token("xa1.congan", Role.UNIT_HEAD)).parts().items()).extracting(Tasks.Part::visible)
                .as("a coordinating unit sees that it is done, and cannot open it").containsExactly(false);
        post(path(whole, "completion"), officer(), new Tasks.Completion("Xong", null, null)).expectStatus().isOk();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(eventsOf(part))
                .containsExactly("TaskAssigned", "TaskAcknowledged", "ProgressRecorded", "CompletionSubmitted", "TaskCompleted"));
    }

    @Test
    void a_position_of_the_own_unit_does_a_part_and_its_head_decides() {
        var head = province.token(KINHTE, Role.UNIT_HEAD);
        var doer = province.positionId(KINHTE, Role.OFFICER);
        var whole = planned(KINHTE);
        assertThat(Objects.requireNonNull(task(whole, head).parts()).positions()).extracting(Tasks.Taker::position)
                .contains(doer, province.positionId(KINHTE, Role.UNIT_HEAD), province.positionId(VILLAGE, Role.VILLAGE_HEAD))
                .doesNotContain(province.positionId("xa2.thon1", Role.VILLAGE_HEAD));
        refused(whole, "delegation", head, new Tasks.Delegation(null, province.unit("xa1.congan"), "Soạn dự thảo", null, doer), 422, "PART_POSITION");
        var part = handed(whole, new Tasks.Delegation(null, province.unit(KINHTE), "Soạn dự thảo", null, doer));

        assertThat(mine(officer())).contains(part);
        assertThat(mine(head)).as("it is the officer's now").doesNotContain(part).contains(whole);
        assertThat(listed("given", head)).contains(part);
        assertThat(listed("given", officer())).doesNotContain(part);
        assertThat(task(part, head).actions()).as("it is not theirs to open").doesNotContain("acknowledgement");
        assertThat(task(part, officer()).actions()).contains("acknowledgement");
        post(path(part, "acknowledgement"), head, null).expectStatus().isOk();
        assertThat(task(part, officer()).summary().opened()).as("the head has only looked at it").isFalse();
        post(path(part, "acknowledgement"), officer(), null).expectStatus().isOk();
        assertThat(task(part, head).summary().part()).isEqualTo(new Tasks.Membership(
                PartKind.DELEGATED, new TaskId(whole), null, new Tasks.Doer(doer, "officer " + KINHTE, false, false)));

        post(path(part, "completion"), officer(), new Tasks.Completion("Đã soạn xong", null, null)).expectStatus().isOk();
        refused(part, "acceptance", officer(), null, 403, "SENT_BY_YOURSELF");
        assertThat(task(part, head).actions()).contains("acceptance", "return");
        post(path(part, "return"), head, new Tasks.Decision("Thiếu phụ lục")).expectStatus().isOk();
        post(path(part, "completion"), head, new Tasks.Completion("Bổ sung", null, null)).expectStatus().isOk();
        refused(part, "acceptance", head, null, 403, "SENT_BY_YOURSELF");
        post(path(part, "acceptance"), standing(), null).expectStatus().isOk();
    }

    @Test
    void while_the_position_is_vacant_its_part_is_the_heads() {
        var head = province.token(KINHTE, Role.UNIT_HEAD);
        var vacant = new PositionState(new PositionId("pt-vacant"), province.unit(KINHTE), "Phó Trưởng phòng", Role.OFFICER, null, null);
        topics.organisation(List.of(), List.of(vacant), List.of());
        var whole = planned(KINHTE);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(Objects.requireNonNull(task(whole, head).parts()).positions())
                .contains(new Tasks.Taker(vacant.id(), vacant.title(), new Tasks.UnitName(province.unit(KINHTE), "Phòng Kinh tế"), true)));
        var part = handed(whole, new Tasks.Delegation(null, province.unit(KINHTE), "Rà soát hồ sơ", null, vacant.id()));
        assertThat(mine(head)).contains(part);
        assertThat(mine(officer())).doesNotContain(part);
        assertThat(Objects.requireNonNull(task(whole, officer()).parts()).items().getFirst().doer())
                .isEqualTo(new Tasks.Doer(vacant.id(), vacant.title(), true, false));
        assertThat(task(part, officer()).actions()).doesNotContain("acknowledgement");
        assertThat(task(part, head).actions()).contains("acknowledgement", "cancellation");
        post(path(part, "acknowledgement"), head, null).expectStatus().isOk();
        assertThat(task(part, head).summary().opened()).isTrue();

        topics.organisation(List.of(), List.of(new PositionState(vacant.id(), province.unit("xa1.congan"), vacant.title(), Role.OFFICER, null, null)), List.of());
        await().atMost(LIMIT).untilAsserted(() -> assertThat(mine(officer())).as("a part is in somebody's list, wherever its position went").contains(part));
        assertThat(mine(head)).contains(part);
    }

    @Test
    void nobody_decides_on_what_they_were_given_to_do_and_every_unit_that_leads_the_whole_does() {
        var deputy = new PositionState(new PositionId("pt-deputy"), province.unit("xa1"), "Phó Chủ tịch", Role.COMMUNE_LEADER, new PersonId("pt-n-deputy"), null);
        topics.organisation(List.of(), List.of(deputy), List.of());
        var ofLeaders = handed(planned("xa1"), new Tasks.Delegation(null, province.unit("xa1"), "Đối thoại", null, province.positionId("xa1", Role.COMMUNE_LEADER)));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(task(ofLeaders, TestIssuer.token(new PersonId("pt-n-deputy"))).actions()).contains("cancellation", "reassignment"));
        assertThat(task(ofLeaders, leader()).actions()).contains("progress").doesNotContain("cancellation", "reassignment");
        refused(ofLeaders, "cancellation", leader(), new Tasks.Reason("Không cần"), 403, "OWN_UNIT");

        var whole = UUID.randomUUID().toString();
        publish(whole, List.of(KINHTE, "xa1.congan"), List.of());
        await().atMost(LIMIT).until(() -> assignments.find(whole).isPresent());
        var part = handed(whole, new Tasks.Delegation(null, province.unit(KINHTE), "Soạn dự thảo", null, province.positionId(KINHTE, Role.OFFICER)));
        post(path(part, "completion"), officer(), new Tasks.Completion("Đã soạn xong", null, null)).expectStatus().isOk();
        for (var unit : List.of(KINHTE, "xa1.congan")) {
            assertThat(task(part, province.token(unit, Role.UNIT_HEAD)).actions()).as(unit).contains("acceptance", "return");
        }
        assertThat(task(part, officer()).actions()).doesNotContain("acceptance");
        assertThat(task(part, standing()).actions()).as("who leads the whole decides").doesNotContain("acceptance");
    }

    private List<String> mine(String token) {
        return listed("mine", token);
    }

    private List<String> listed(String filter, String token) {
        var body = get("/api/tasks?limit=200&" + filter + "=true", token).expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody();
        return EventJson.mapper().readTree(body).path("items").valueStream().map(item -> item.path("id").asString()).toList();
    }

    @Test
    void what_is_repeated_or_ended_in_between_makes_one_part() {
        var whole = planned(KINHTE);
        var part = delegated(whole, VILLAGE, null);
        await().atMost(LIMIT).until(() -> eventsOf(whole).contains("TaskDelegated"));
        var told = topics.read(Topic.TASK.topicName(), seen -> seen.subject().equals("assignments/" + whole) && seen.type().equals("TaskDelegated")).getFirst();
        // as if the service had ended before it made the part: its whole has told of it, and is heard again
        var collection = mongo.getCollection("assignments");
        collection.deleteOne(new Document("_id", part));
        topics.resend(1, told.as(TaskEvent.TaskDelegated.class), province.unit("xa1"), "assignments/" + whole, told.sequence(), clock.instant());
        await().atMost(LIMIT).until(() -> assignments.find(part).isPresent());
        topics.resend(1, told.as(TaskEvent.TaskDelegated.class), province.unit("xa1"), "assignments/" + whole, told.sequence(), clock.instant());
        var after = delegated(planned(KINHTE), VILLAGE, null);
        assertThat(assignments.find(after)).isPresent();
        assertThat(partsOf(whole)).hasSize(1);
        assertThat(assignments.find(part).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void parts_follow_their_whole() {
        var whole = planned(KINHTE);
        var part = delegated(whole, VILLAGE, LocalDate.of(2099, 6, 30));
        var own = coordination(whole);
        var deeper = delegated(part, "xa1.congan", null);
        publish(task(whole, new Due.By(LocalDate.of(2099, 3, 31), false, false), KINHTE, "Việc " + whole), 2);
        for (var id : List.of(part, own, deeper)) {
            await().atMost(LIMIT).untilAsserted(() -> assertThat(assignments.find(id).orElseThrow().state().lastDay()).isEqualTo("2099-03-31"));
        }
        var task = task(whole, new Due.By(LocalDate.of(2099, 3, 31), false, false), KINHTE, "Việc " + whole);
        topics.publish(new PlanEvent.TaskWithdrawn(task.withdrawn(BASIS, clock.today())), task.commune(), "tasks/" + whole, 3, clock.instant());
        for (var id : List.of(part, own, deeper)) {
            await().atMost(LIMIT).untilAsserted(() -> assertThat(assignments.find(id).orElseThrow().state().work().state()).isEqualTo(WorkState.CANCELLED));
        }
    }

    @Test
    void parts_are_found_by_index() {
        var plan = mongo.getDb().runCommand(new Document("explain", new Document("find", "assignments")
                .append("filter", new Document("partOf.whole", "x")).append("sort", new Document("rank", 1).append("deadline.lastDay", 1).append("_id", 1)))
                .append("verbosity", "queryPlanner")).get("queryPlanner", Document.class).toJson();
        assertThat(plan).contains("IXSCAN").doesNotContain("COLLSCAN", "\"SORT\"");
    }

    /** The first moment of the month to come. */
    private Instant nextMonth() {
        return DomainClock.startOf(clock.today().withDayOfMonth(1).plusMonths(1));
    }

    private String delegated(String whole, String unit, @Nullable LocalDate lastDay) {
        return handed(whole, new Tasks.Delegation(null, province.unit(unit), "Rà soát của thôn", lastDay));
    }

    private String coordination(String whole) {
        return handed(whole, new Tasks.Delegation(PartKind.COORDINATION, province.unit("xa1.congan"), "Bảo đảm an ninh", null));
    }

    private String handed(String whole, Tasks.Delegation body) {
        var before = Set.copyOf(partsOf(whole).stream().map(Assignment::id).toList());
        post(path(whole, "delegation"), standing(), body).expectStatus().isOk();
        return partsOf(whole).stream().map(Assignment::id).filter(id -> !before.contains(id)).findFirst().orElseThrow().value();
    }

    private List<Assignment> partsOf(String whole) {
        return assignments.list(new Query(Criteria.where("partOf.whole").is(whole)).with(Sort.by("partOf.period"))).stream().map(Versioned::state).toList();
    }

    private List<Assignment> occurrences(String series, int count) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(partsOf(series)).hasSizeGreaterThanOrEqualTo(count));
        assertThat(partsOf(series)).hasSize(count);
        return partsOf(series);
    }

    private String planned(Due due, @Nullable PlanId plan) {
        var id = UUID.randomUUID().toString();
        var task = task(id, due, KINHTE, "Việc hằng tháng");
        publish(plan == null ? task : new PlannedTask(task.id(), plan, task.province(), task.commune(), 0, "1", task.title(), task.lead(), List.of(), null, null, due), 1);
        await().atMost(LIMIT).until(() -> assignments.find(id).isPresent());
        return id;
    }

    private PlannedTask task(String id, Due due, String lead, String title) {
        return new PlannedTask(new TaskId(id), new PlanId("plan-of-all"), province.unit("tinh"), province.unit("xa1"), 0, "1", title,
                List.of(province.unit(lead)), List.<UnitId>of(), null, null, due);
    }

    private void publish(PlannedTask task, long sequence) {
        topics.publish(new PlanEvent.TaskPlanned(task), task.commune(), "tasks/" + task.id(), sequence, clock.instant());
    }

    private void refused(String id, String command, String token, @Nullable Object body, int status, String code) {
        post(path(id, command), token, body).expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    private static String path(String id, String command) {
        return "/api/tasks/" + id + "/" + command;
    }

    private void shift(Duration offset) {
        http.put().uri("/local/clock").header("X-Local-Secret", RealPartsInitializer.LOCAL_SECRET)
                .contentType(MediaType.APPLICATION_JSON).body("{\"offset\":\"" + offset + "\"}").exchange().expectStatus().isOk();
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }
}
