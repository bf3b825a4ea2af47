package vn.dondoc.plan.amendment;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.contracts.api.Amendments;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.plan.Documents;
import vn.dondoc.plan.PlanServiceTest;
import vn.dondoc.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A changed version of a published plan: recognised, compared, accepted row by row, and carried out once whatever breaks off. */
class AmendmentTest extends PlanServiceTest {

    private static final List<String> COLLECTIONS = List.of("plans", "plannedTasks", "reportingRules", "drafts", "amendments");

    private static final String ADDED = "Khảo sát nhu cầu học tập của người cao tuổi";
    private static final Document NEVER = new Document("never", "never");
    private static final Document EVERYTHING = new Document();

    /** What the database refuses to store, so that the amendment ends between two parts: before it begins, at each part, and at its end. */
    private static final Map<String, Document> STEPS = Map.of(
            "amendments", NEVER, "drafts", NEVER, "plannedTasks", NEVER, "plannedTasks.between", new Document("title", new Document("$ne", ADDED)),
            "reportingRules", NEVER, "plans", NEVER, "plans.end", new Document("amended.running", new Document("$exists", true)));

    @Autowired MongoTemplate mongo;

    @AfterEach
    void theDatabaseTakesEverythingAgain() {
        COLLECTIONS.forEach(collection -> refuse(collection, EVERYTHING));
    }

    @Test
    void a_changed_version_is_recognised_compared_and_accepted_row_by_row() {
        var plan = published("Phát triển làng nghề", "101");
        var draft = drafted(standing(), "ban-moi.txt", utf8(changed("Phát triển làng nghề", "101")));
        var related = relations(draft).plans();
        assertThat(related).first().satisfies(one -> {
            assertThat(one.plan().id()).isEqualTo(plan.summary().id());
            assertThat(one.as()).isEqualTo("changed-version");
            assertThat(one.scope()).isEqualTo("whole");
        });

        var compared = compared(plan, draft, "whole");
        assertThat(compared.tasks()).extracting(Amendments.TaskPair::change).containsExactly("removed", "deadline-moved", "added");
        var moved = compared.tasks().get(1);
        assertThat(Objects.requireNonNull(moved.before()).id()).isEqualTo(plan.tasks().getFirst().id());
        assertThat(moved.fields()).containsExactly("due", "ordinal");
        assertThat(compared.rules()).singleElement().satisfies(rule -> assertThat(rule.fields()).containsExactly("day"));
        assertThat(compared.heading()).containsExactly("issuedOn");

        var removed = compared.tasks().getFirst().key();
        var added = compared.tasks().getLast().key();
        amend(plan, compared, List.of(moved.key(), "document"), List.of(removed), compared.version(), null).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.code").isEqualTo("AMENDMENT_UNDECIDED").jsonPath("$.errors.length()").isEqualTo(2);
        var rule = compared.rules().getFirst().key();
        var accepted = List.of(moved.key(), added, rule, "document");
        amend(plan, compared, accepted, List.of(removed), null, null).expectStatus().isEqualTo(428);
        amend(plan, compared, accepted, List.of(removed), 99L, null).expectStatus().isEqualTo(412);
        var after = body(amend(plan, compared, accepted, List.of(removed), compared.version(), "once"));
        assertThat(body(amend(plan, compared, accepted, List.of(removed), compared.version(), "once"))).isEqualTo(after);
        amend(plan, compared, List.of(added), List.of(), compared.version(), "once").expectStatus().isEqualTo(422);

        assertThat(after.summary().issuedOn()).isEqualTo(LocalDate.of(2026, 3, 6));
        assertThat(after.tasks()).extracting(Plans.PlanTask::id).contains(plan.tasks().get(0).id(), plan.tasks().get(1).id()).hasSize(3);
        assertThat(task(after, plan.tasks().getFirst().id()).due()).isEqualTo(new Due.By(LocalDate.of(2026, 11, 30), false, false));
        assertThat(after.rules().getFirst().id()).isEqualTo(plan.rules().getFirst().id());
        assertThat(after.rules().getFirst().day()).isEqualTo(19);
        assertThat(read("/api/plans/drafts/" + draft.id(), standing(), Plans.Draft.class).plan()).isEqualTo(plan.summary().id());

        var events = awaited(plan, 8);
        assertThat(events).extracting(TestTopics.Seen::type).containsExactly(
                "PlanPublished", "TaskPlanned", "TaskPlanned", "ReportingScheduled", "TaskPlanned", "TaskPlanned", "ReportingScheduled", "PlanAmended");
        var last = events.getLast().as(PlanEvent.PlanAmended.class);
        assertThat(List.of(last.added(), last.changed(), last.withdrawn())).containsExactly(1, 2, 0);
        assertThat(last.basis().number()).isEqualTo("101/KH-UBND");
        assertThat(events.get(4).as(PlanEvent.TaskPlanned.class).task().basis()).isEqualTo(last.basis());
        var relations = read("/api/plans/" + plan.summary().id() + "/relations", standing(), Amendments.PlanRelations.class);
        assertThat(relations.amending()).isFalse();
        assertThat(relations.amendments()).singleElement().satisfies(done -> assertThat(done.added()).isEqualTo(1));
    }

    @Test
    void a_row_that_is_removed_is_withdrawn_and_the_same_file_is_known() {
        var text = Documents.plan("Vệ sinh môi trường").replace("12/KH", "102/KH").replace("Đội Thanh niên tình nguyện", "Công an");
        var plan = published("Vệ sinh môi trường", "102");
        var again = drafted(standing(), "lai.txt", utf8(text));
        assertThat(relations(again).plans()).first().satisfies(one -> assertThat(one.as()).isEqualTo("same-file"));
        assertThat(compared(plan, again, "whole").tasks()).extracting(Amendments.TaskPair::change).containsOnly("unchanged");
        var same = compared(plan, again, "whole");
        amend(plan, same, List.of(), List.of(), same.version(), null).expectStatus().isEqualTo(422).expectBody().jsonPath("$.code").isEqualTo("NOTHING_ACCEPTED");

        var draft = drafted(standing(), "bot.txt", utf8(changed("Vệ sinh môi trường", "102")));
        var compared = compared(plan, draft, "whole");
        var removed = compared.tasks().getFirst();
        var after = body(amend(plan, compared, List.of(removed.key()), others(compared, removed.key()), compared.version(), null));
        assertThat(after.tasks()).extracting(Plans.PlanTask::id).containsExactly(plan.tasks().getFirst().id());
        assertThat(after.summary().tasks()).isEqualTo(1);
        assertThat(awaited(plan, 6)).extracting(TestTopics.Seen::type).contains("TaskWithdrawn").endsWith("PlanAmended");
    }

    @Test
    void work_that_the_document_now_says_as_a_duty_in_other_words_is_changed_and_not_removed() {
        var plan = published("Học tập suốt đời", "107");
        var reworded = "Mở các lớp hướng dẫn dùng dịch vụ công cho người cao tuổi.";
        var text = changed("Học tập suốt đời", "107").replace("II. TỔ CHỨC THỰC HIỆN\n", "II. TỔ CHỨC THỰC HIỆN\n1. Công an xã\n- " + reworded + "\n")
                .replace("1. Chế độ báo cáo", "2. Chế độ báo cáo");
        var compared = compared(plan, drafted(standing(), "viet-lai.txt", utf8(text)), "whole");

        assertThat(compared.tasks()).extracting(Amendments.TaskPair::change).containsExactly("changed", "deadline-moved", "added");
        var changed = compared.tasks().getFirst();
        var before = Objects.requireNonNull(changed.before());
        assertThat(changed.fields()).containsExactly("title");
        assertThat(Objects.requireNonNull(changed.after()).title()).isEqualTo(reworded);

        var after = body(amend(plan, compared, List.of(changed.key()), others(compared, changed.key()), compared.version(), null));
        assertThat(after.tasks()).hasSize(2);
        assertThat(task(after, before.id())).satisfies(task -> {
            assertThat(task.title()).isEqualTo(reworded);
            assertThat(task.due()).isEqualTo(before.due());
        });
    }

    @Test
    void a_decision_changes_the_rows_it_names_and_is_their_basis() {
        var plan = published("Chợ phiên", "103");
        var decision = """
                ỦY BAN NHÂN DÂN
                XÃ THƯỢNG THỬ
                Số: 45/QĐ-UBND
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Thượng Thử, ngày 20 tháng 4 năm 2026

                QUYẾT ĐỊNH
                Điều chỉnh thời hạn một số nhiệm vụ năm 2026

                Căn cứ Kế hoạch số 103/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân xã;

                I. NHIỆM VỤ
                1. Lắp đặt màn hình thông báo tại nhà văn hóa
                - Cơ quan chủ trì: Phòng Văn hoá - Xã hội xã.
                - Thời gian hoàn thành: Tháng 12/2026.
                """;
        var draft = drafted(standing(), "quyet-dinh.txt", utf8(decision));
        assertThat(relations(draft).plans()).first().satisfies(one -> {
            assertThat(one.as()).isEqualTo("decision");
            assertThat(one.scope()).isEqualTo("rows");
        });

        var compared = compared(plan, draft, "rows");
        assertThat(compared.tasks()).extracting(Amendments.TaskPair::change).containsExactly("deadline-moved", "unmentioned");
        var after = body(amend(plan, compared, List.of(compared.tasks().getFirst().key()), List.of(), compared.version(), null));
        assertThat(after.tasks()).hasSize(2);
        assertThat(after.summary().number()).isEqualTo("103/KH-UBND");
        var row = task(after, plan.tasks().getFirst().id());
        assertThat(row.coordinating()).isEqualTo(plan.tasks().getFirst().coordinating());
        assertThat(row.due()).isEqualTo(new Due.By(LocalDate.of(2026, 12, 31), false, false));
        var events = awaited(plan, 6);
        var basis = Objects.requireNonNull(events.get(4).as(PlanEvent.TaskPlanned.class).task().basis());
        assertThat(basis.number()).isEqualTo("45/QĐ-UBND");
        assertThat(basis.issuedOn()).isEqualTo(LocalDate.of(2026, 4, 20));
    }

    static Stream<String> steps() {
        return STEPS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void what_broke_off_at_a_step_is_finished_later_and_once(String step) {
        var number = Integer.toString(200 + steps().toList().indexOf(step));
        var about = "Gián đoạn ở bước " + step;
        var plan = published(about, number);
        var draft = drafted(standing(), step + ".txt", utf8(changed(about, number)));
        var compared = compared(plan, draft, "whole");
        var all = others(compared, "");
        var collection = step.replaceFirst("\\..*", "");
        refuse(collection, STEPS.get(step));
        amend(plan, compared, all, List.of(), compared.version(), "key-" + step).expectStatus().isEqualTo(503);
        refuse(collection, EVERYTHING);

        if (step.equals("amendments") || step.equals("plans")) {
            assertThat(compared(plan, draft, "whole").version()).as("nothing was begun").isEqualTo(compared.version());
            body(amend(plan, compared, all, List.of(), compared.version(), "key-" + step));
        }
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(500)).until(() -> events(plan).stream().anyMatch(seen -> seen.type().equals("PlanAmended")));
        assertThat(events(plan)).extracting(TestTopics.Seen::type).containsExactly(
                "PlanPublished", "TaskPlanned", "TaskPlanned", "ReportingScheduled", "TaskWithdrawn", "TaskPlanned", "TaskPlanned", "ReportingScheduled", "PlanAmended");
        body(amend(plan, compared, all, List.of(), compared.version(), "key-" + step));
        assertThat(events(plan)).hasSize(9);
        assertThat(read("/api/plans/drafts/" + draft.id(), standing(), Plans.Draft.class).status()).isEqualTo("published");
    }

    @Test
    void nothing_of_it_crosses_communes() {
        var plan = published("Nước sạch", "104");
        var draft = drafted(standing(), "khac.txt", utf8(changed("Nước sạch", "104")));
        var neighbour = PROVINCE.token("xa2.vhxh", Role.COMMUNE_STANDING);
        var theirs = drafted(neighbour, "cua-xa-khac.txt", utf8(changed("Nước sạch", "104")));
        var path = "/api/plans/" + plan.summary().id();
        get(path + "/comparison?draft=" + draft.id(), neighbour).expectStatus().isNotFound();
        get(path + "/comparison?draft=" + theirs.id(), standing()).expectStatus().isNotFound();
        get(path + "/relations", neighbour).expectStatus().isNotFound();
        get("/api/plans/drafts/" + draft.id() + "/relations", neighbour).expectStatus().isNotFound();
        assertThat(read("/api/plans/drafts/" + theirs.id() + "/relations", neighbour, Amendments.DraftRelations.class).plans()).isEmpty();
        var compared = compared(plan, draft, "whole");
        amend(neighbour, plan, compared, List.of("document"), List.of(), 1L, null).expectStatus().isNotFound();
        place(neighbour, plan, plan, 1L).expectStatus().isNotFound();
    }

    @Test
    void a_plan_names_the_plan_above_it() {
        var above = published("Đề án cấp trên", "105");
        var text = Documents.plan("Kế hoạch cụ thể hóa").replace("12/KH", "106/KH").replace("Đội Thanh niên tình nguyện", "Công an")
                .replace("I. NHIỆM VỤ\n", "Thực hiện Kế hoạch số 105/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân xã.\n\nI. NHIỆM VỤ\n");
        var below = body(publish(standing(), drafted(standing(), "duoi.txt", utf8(text)).id().value()));
        var relations = read("/api/plans/" + below.summary().id() + "/relations", standing(), Amendments.PlanRelations.class);
        assertThat(relations.parent()).isNull();
        assertThat(relations.proposed()).extracting(Plans.PlanSummary::id).containsExactly(above.summary().id());

        place(standing(), below, below, relations.version()).expectStatus().isEqualTo(422);
        place(standing(), below, above, 99L).expectStatus().isEqualTo(412);
        place(standing(), below, above, relations.version()).expectStatus().isOk();
        var placed = read("/api/plans/" + below.summary().id() + "/relations", standing(), Amendments.PlanRelations.class);
        assertThat(Objects.requireNonNull(placed.parent()).id()).isEqualTo(above.summary().id());
        assertThat(placed.proposed()).isEmpty();
    }

    // --- words of the story

    private Plans.Plan published(String about, String number) {
        var text = Documents.plan(about).replace("12/KH", number + "/KH").replace("Đội Thanh niên tình nguyện", "Công an");
        return body(publish(standing(), drafted(standing(), number + ".txt", utf8(text)).id().value()));
    }

    /** The second task is gone, another one stands first, one deadline moved, the report is due on another day. */
    private static String changed(String about, String number) {
        return Documents.plan(about).replace("12/KH", number + "/KH").replace("ngày 05 tháng 01", "ngày 06 tháng 3")
                .replace("1. Lắp đặt", "2. Lắp đặt").replace("Tháng 9/2026", "Tháng 11/2026").replace("trước ngày 15", "trước ngày 20")
                .replace("I. NHIỆM VỤ\n", """
                        I. NHIỆM VỤ
                        1. Khảo sát nhu cầu học tập của người cao tuổi
                        - Cơ quan chủ trì: Phòng Kinh tế.
                        - Thời gian hoàn thành: Tháng 6/2026.
                        """)
                .replaceAll("(?s)2\\. Mở lớp.*?Quý III/2026\\.\n", "");
    }

    private Amendments.DraftRelations relations(Plans.Draft draft) {
        return read("/api/plans/drafts/" + draft.id() + "/relations", standing(), Amendments.DraftRelations.class);
    }

    private Amendments.Comparison compared(Plans.Plan plan, Plans.Draft draft, String scope) {
        return read("/api/plans/" + plan.summary().id() + "/comparison?draft=" + draft.id() + "&scope=" + scope, standing(), Amendments.Comparison.class);
    }

    private static List<String> others(Amendments.Comparison compared, String but) {
        var keys = new ArrayList<String>(compared.heading().isEmpty() ? List.of() : List.of("document"));
        Stream.of(compared.tasks().stream().filter(one -> !one.change().equals("unchanged")).map(Amendments.TaskPair::key),
                        compared.targets().stream().filter(one -> !one.change().equals("unchanged")).map(Amendments.TargetPair::key),
                        compared.rules().stream().filter(one -> !one.change().equals("unchanged")).map(Amendments.RulePair::key))
                .flatMap(keyed -> keyed).filter(key -> !key.equals(but)).forEach(keys::add);
        return keys;
    }

    private RestTestClient.ResponseSpec amend(
            Plans.Plan plan, Amendments.Comparison compared, List<String> accepted, List<String> refused, @Nullable Long version, @Nullable String key) {
        return amend(standing(), plan, compared, accepted, refused, version, key);
    }

    private RestTestClient.ResponseSpec amend(
            String token, Plans.Plan plan, Amendments.Comparison compared, List<String> accepted, List<String> refused, @Nullable Long version,
            @Nullable String key) {
        var call = http.post().uri("/api/plans/" + plan.summary().id() + "/amendments").header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON);
        if (version != null) {
            call.header("If-Match", "\"" + version + "\"");
        }
        if (key != null) {
            call.header("Idempotency-Key", key);
        }
        return call.body(new Amendments.Choice(compared.draft(), compared.draftVersion(), compared.scope(), accepted, refused)).exchange();
    }

    private RestTestClient.ResponseSpec place(String token, Plans.Plan plan, Plans.Plan parent, long version) {
        return http.put().uri("/api/plans/" + plan.summary().id() + "/parent").header("Authorization", "Bearer " + token)
                .header("If-Match", "\"" + version + "\"").contentType(MediaType.APPLICATION_JSON)
                .body(new Amendments.Parent(parent.summary().id())).exchange();
    }

    private static Plans.Plan body(RestTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus().isCreated().expectBody(Plans.Plan.class).returnResult().getResponseBody());
    }

    private static Plans.PlanTask task(Plans.Plan plan, TaskId id) {
        return plan.tasks().stream().filter(task -> task.id().equals(id)).findFirst().orElseThrow();
    }

    private List<TestTopics.Seen> awaited(Plans.Plan plan, int expected) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> assertThat(events(plan)).hasSizeGreaterThanOrEqualTo(expected));
        return events(plan);
    }

    private List<TestTopics.Seen> events(Plans.Plan plan) {
        return planEvents(seen -> new String(seen.data(), StandardCharsets.UTF_8).contains(plan.summary().id().value()));
    }

    /** The database itself refuses every write to a collection, as a full disk would. */
    /** The database itself refuses what does not fit, as a full disk would. */
    private void refuse(String collection, Document unless) {
        mongo.getDb().runCommand(new Document("collMod", collection).append("validator", unless));
    }
}
