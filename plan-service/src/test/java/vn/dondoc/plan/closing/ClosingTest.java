package vn.dondoc.plan.closing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.contracts.api.Amendments;
import vn.dondoc.contracts.api.Closings;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.plan.Documents;
import vn.dondoc.plan.PlanServiceTest;
import vn.dondoc.plan.published.Plan;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A plan is closed: its open rows stay, are given up or go on in next year's plan, once, whatever breaks off. */
class ClosingTest extends PlanServiceTest {

    private static final Document NEVER = new Document("never", "never");
    private static final Document EVERYTHING = new Document();
    private static final List<String> COLLECTIONS = List.of("plans", "plannedTasks", "reportingRules", "closings");

    /** What the database refuses to store, so that the closing ends between two parts: before it begins, at each part, and at its end. */
    private static final Map<String, Document> STEPS = Map.of(
            "closings", NEVER, "plans", NEVER, "plannedTasks", NEVER,
            "plannedTasks.left", new Document("withdrawnOn", new Document("$exists", false)), "reportingRules", NEVER,
            "plans.target", new Document("closed", new Document("$exists", true)),
            "plans.end", new Document("closed.running", new Document("$ne", false)));

    @Autowired MongoTemplate mongo;
    @Autowired DomainClock clock;

    @Autowired
    @Qualifier("closingSweep")
    Sweep<Plan> sweep;

    @AfterEach
    void theDatabaseTakesEverythingAgain() {
        COLLECTIONS.forEach(collection -> refuse(collection, EVERYTHING));
    }

    @Test
    void open_rows_are_moved_or_given_up_and_the_plan_stays_readable() {
        var plan = published("Chuyển đổi số", "301");
        var next = published("Chuyển đổi số năm sau", "302");
        var before = closing(plan);
        assertThat(before.state()).isEqualTo("open");
        var first = plan.tasks().getFirst();
        var second = plan.tasks().getLast();
        var due = clock.today().plusYears(1);
        close(plan, wanted(null, null), before.version(), null).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.code").isEqualTo("CLOSING_UNDECIDED").jsonPath("$.errors.length()").isEqualTo(2);
        var wanted = wanted(null, "Không còn nguồn lực", new Closings.Row(first.id(), "move", next.summary().id(), due),
                new Closings.Row(second.id(), "cancel", null, null));
        close(plan, wanted, null, null).expectStatus().isEqualTo(428);
        close(plan, wanted, 99L, null).expectStatus().isEqualTo(412);

        var closed = body(close(plan, wanted, before.version(), "once"));
        assertThat(List.of(closed.state(), closed.carried(), closed.cancelled(), closed.moved())).containsExactly("closed", 0, 1, 1);
        assertThat(closed.reason()).isEqualTo("Không còn nguồn lực");
        assertThat(closed.rows()).extracting(Closings.Decided::decision).containsExactly("move", "cancel");
        assertThat(body(close(plan, wanted, before.version(), "once"))).isEqualTo(closed);
        close(plan, wanted, closed.version(), null).expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo("PLAN_CLOSED");
        close(plan, wanted("carry", null), before.version(), "once").expectStatus().isEqualTo(422);

        var after = read("/api/plans/" + plan.summary().id(), standing(), Plans.Plan.class);
        assertThat(after.summary().closedOn()).isEqualTo(clock.today());
        assertThat(after.tasks()).isEmpty();
        assertThat(after.rules()).hasSize(1);
        assertThat(get("/api/plans?q=301", standing()).expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody())
                .contains("\"closedOn\":\"" + clock.today());
        var grown = read("/api/plans/" + next.summary().id(), standing(), Plans.Plan.class);
        assertThat(grown.summary().tasks()).isEqualTo(3);
        var row = grown.tasks().getLast();
        assertThat(row.id()).isEqualTo(closed.rows().getFirst().successor());
        assertThat(row.title()).isEqualTo(first.title());
        assertThat(row.due()).isEqualTo(new Due.By(due, false, false));

        assertThat(awaited(plan, 8)).extracting(TestTopics.Seen::type).containsExactly("PlanPublished", "TaskPlanned", "TaskPlanned",
                "ReportingScheduled", "TaskWithdrawn", "TaskWithdrawn", "ReportingScheduled", "PlanClosed");
        assertThat(events(plan).get(6).as(PlanEvent.ReportingScheduled.class).rule().until()).isEqualTo(clock.today());
        var told = awaited(next, 6);
        assertThat(told).extracting(TestTopics.Seen::type)
                .containsExactly("PlanPublished", "TaskPlanned", "TaskPlanned", "ReportingScheduled", "TaskPlanned", "PlanAmended");
        var carried = Objects.requireNonNull(told.get(4).as(PlanEvent.TaskPlanned.class).task().carried());
        assertThat(carried.from()).isEqualTo(first.id());
        assertThat(carried.firstDay()).isEqualTo(((Due.By) Objects.requireNonNull(first.due())).date());
        told.forEach(seen -> assertThat(new String(seen.data(), StandardCharsets.UTF_8)).doesNotContain("nguồn lực"));
    }

    @Test
    void a_closed_plan_is_not_amended() {
        var plan = published("Vệ sinh đồng ruộng", "303");
        body(close(plan, wanted("carry", null), closing(plan).version(), null));
        var draft = drafted(standing(), "phu-luc.txt", utf8(Documents.plan("Vệ sinh đồng ruộng").replace("Lắp đặt màn hình", "Sơn lại cổng chào")
                .replace("Đội Thanh niên tình nguyện", "Công an")));
        var path = "/api/plans/" + plan.summary().id();
        var compared = read(path + "/comparison?scope=annex&draft=" + draft.id(), standing(), Amendments.Comparison.class);
        var keys = Stream.concat(compared.tasks().stream().map(Amendments.TaskPair::key), compared.rules().stream().map(Amendments.RulePair::key)).toList();
        http.post().uri(path + "/amendments").header("Authorization", "Bearer " + standing()).header("If-Match", "\"" + compared.version() + "\"")
                .contentType(MediaType.APPLICATION_JSON).body(new Amendments.Choice(draft.id(), compared.draftVersion(), "annex", keys, List.of()))
                .exchange().expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo("PLAN_CLOSED");
    }

    @Test
    void nothing_of_it_crosses_communes() {
        var plan = published("Nghĩa trang", "304");
        var neighbour = PROVINCE.token("xa2.vhxh", Role.COMMUNE_STANDING);
        var text = Documents.plan("Kế hoạch của xã khác").replace("12/KH", "305/KH").replace("Đội Thanh niên tình nguyện", "Công an");
        var theirs = Objects.requireNonNull(publish(neighbour, drafted(neighbour, "khac.txt", utf8(text)).id().value()).expectStatus().isCreated()
                .expectBody(Plans.Plan.class).returnResult().getResponseBody());
        var path = "/api/plans/" + plan.summary().id() + "/closing";
        get(path, neighbour).expectStatus().isNotFound();
        get(path, PROVINCE.token("xa1.kinhte", Role.OFFICER)).expectStatus().isForbidden();
        var version = closing(plan).version();
        close(neighbour, plan, wanted("carry", null), version, null).expectStatus().isNotFound();
        for (var target : List.of(theirs, plan)) {
            close(plan, wanted("carry", null, new Closings.Row(plan.tasks().getFirst().id(), "move", target.summary().id(), null)), version, null)
                    .expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].code").isEqualTo("CLOSING_TARGET_IMPOSSIBLE");
        }
    }

    static Stream<String> steps() {
        return STEPS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void what_broke_off_at_a_step_is_finished_later_and_once(String step) {
        var number = Integer.toString(310 + 2 * steps().toList().indexOf(step));
        var plan = published("Kết thúc dở ở bước " + step, number);
        var next = published("Kế hoạch sau bước " + step, Integer.toString(Integer.parseInt(number) + 1));
        var wanted = moving(plan, next);
        var version = closing(plan).version();
        var collection = step.replaceFirst("\\..*", "");
        refuse(collection, STEPS.get(step));
        close(plan, wanted, version, "key-" + step).expectStatus().isEqualTo(503);
        if (step.equals("closings") || step.equals("plans")) {
            assertThat(closing(plan).version()).as("nothing was begun").isEqualTo(version);
            refuse(collection, EVERYTHING);
            body(close(plan, wanted, version, "key-" + step));
        } else {
            assertThat(closing(plan).state()).isEqualTo("running");
            close(plan, wanted("carry", null), closing(plan).version(), null).expectStatus().isEqualTo(409)
                    .expectBody().jsonPath("$.code").isEqualTo("PLAN_BEING_CLOSED");
            refuse(collection, EVERYTHING);
        }
        carriedOutOnce(plan, next);
        body(close(plan, wanted, version, "key-" + step));
        carriedOutOnce(plan, next);
    }

    @Test
    void two_instances_that_go_on_with_it_at_once_do_it_once() {
        var plan = published("Hai máy cùng làm", "330");
        var next = published("Hai máy cùng làm, năm sau", "331");
        var wanted = moving(plan, next);
        var version = closing(plan).version();
        refuse("plannedTasks", NEVER);
        close(plan, wanted, version, "two").expectStatus().isEqualTo(503);
        refuse("plannedTasks", EVERYTHING);
        var all = IntStream.range(0, 4).mapToObj(at -> CompletableFuture.runAsync(() -> {
            if (at == 0) {
                body(close(plan, wanted, version, "two"));
            } else {
                sweep.round();
            }
        })).toList();
        all.forEach(CompletableFuture::join);
        carriedOutOnce(plan, next);
    }

    // --- words of the story

    private void carriedOutOnce(Plans.Plan plan, Plans.Plan next) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(500)).until(() -> events(plan).stream().anyMatch(seen -> seen.type().equals("PlanClosed")));
        assertThat(events(plan)).extracting(TestTopics.Seen::type).containsExactly("PlanPublished", "TaskPlanned", "TaskPlanned",
                "ReportingScheduled", "TaskWithdrawn", "TaskWithdrawn", "ReportingScheduled", "PlanClosed");
        assertThat(events(next)).extracting(TestTopics.Seen::type)
                .containsExactly("PlanPublished", "TaskPlanned", "TaskPlanned", "ReportingScheduled", "TaskPlanned", "PlanAmended");
        assertThat(read("/api/plans/" + next.summary().id(), standing(), Plans.Plan.class).tasks()).hasSize(3);
        assertThat(closing(plan).state()).isEqualTo("closed");
    }

    private static Closings.Wanted moving(Plans.Plan plan, Plans.Plan next) {
        return wanted("cancel", "Hết năm", new Closings.Row(plan.tasks().getFirst().id(), "move", next.summary().id(), null));
    }

    private static Closings.Wanted wanted(@Nullable String others, @Nullable String reason, Closings.Row... rows) {
        return new Closings.Wanted(List.of(rows), others, reason, null, null);
    }

    /** Of next year, so that the day on which the tests run is within none of its periods that ended. */
    private Plans.Plan published(String about, String number) {
        var text = Documents.plan(about).replace("12/KH", number + "/KH").replace("Đội Thanh niên tình nguyện", "Công an")
                .replace("2026", Integer.toString(LocalDate.now(DomainClock.ZONE).getYear() + 1));
        return Objects.requireNonNull(publish(standing(), drafted(standing(), number + ".txt", utf8(text)).id().value()).expectStatus().isCreated()
                .expectBody(Plans.Plan.class).returnResult().getResponseBody());
    }

    private Closings.Closing closing(Plans.Plan plan) {
        return read("/api/plans/" + plan.summary().id() + "/closing", standing(), Closings.Closing.class);
    }

    private RestTestClient.ResponseSpec close(Plans.Plan plan, Closings.Wanted wanted, @Nullable Long version, @Nullable String key) {
        return close(standing(), plan, wanted, version, key);
    }

    private RestTestClient.ResponseSpec close(
            String token, Plans.Plan plan, Closings.Wanted wanted, @Nullable Long version, @Nullable String key) {
        var call = http.post().uri("/api/plans/" + plan.summary().id() + "/closing").header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON);
        if (version != null) {
            call.header("If-Match", "\"" + version + "\"");
        }
        if (key != null) {
            call.header("Idempotency-Key", key);
        }
        return call.body(wanted).exchange();
    }

    private static Closings.Closing body(RestTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus().isCreated().expectBody(Closings.Closing.class).returnResult().getResponseBody());
    }

    private List<TestTopics.Seen> awaited(Plans.Plan plan, int expected) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> assertThat(events(plan)).hasSizeGreaterThanOrEqualTo(expected));
        return events(plan);
    }

    private List<TestTopics.Seen> events(Plans.Plan plan) {
        return planEvents(seen -> new String(seen.data(), StandardCharsets.UTF_8).contains(plan.summary().id().value()));
    }

    /** The database itself refuses what does not fit, as a full disk would. */
    private void refuse(String collection, Document unless) {
        mongo.getDb().runCommand(new Document("collMod", collection).append("validator", unless));
    }
}
