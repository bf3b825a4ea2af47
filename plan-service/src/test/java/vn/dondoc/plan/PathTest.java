package vn.dondoc.plan;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.contracts.api.Amendments;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.ProgrammeScope;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.testing.TestIssuer;
import vn.dondoc.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From a document to events, and the refusals on the way. */
class PathTest extends PlanServiceTest {

    @Test
    void a_document_becomes_a_draft_is_corrected_and_published() {
        var draft = drafted(standing(), "ke-hoach.txt", utf8(Documents.plan("Ứng dụng công nghệ thông tin")));
        assertThat(draft.status()).isEqualTo("open");
        assertThat(draft.communeName()).isEqualTo("Xã Thượng Thử");
        assertThat(draft.content().document().number()).isEqualTo("12/KH-UBND");
        assertThat(draft.content().tasks()).extracting(Plans.TaskRow::row).containsExactly("t1", "t2");
        var first = draft.content().tasks().getFirst();
        assertThat(first.lead()).extracting(Plans.NamedUnit::unit).containsExactly(PROVINCE.unit("xa1.vhxh"));
        assertThat(first.due()).isEqualTo(new Due.By(LocalDate.of(2026, 9, 30), false, false));
        assertThat(Objects.requireNonNull(first.source()).place()).isNotBlank();
        assertThat(first.coordinating()).extracting(Plans.NamedUnit::unit).containsExactly(PROVINCE.unit("xa1.congan"), null);
        assertThat(first.coordinating().getLast().candidates()).containsExactly(PROVINCE.unit("xa1.thon1"));
        var rule = draft.content().reporting().getFirst();
        assertThat(rule.frequency()).isEqualTo(Frequency.MONTHLY);
        assertThat(rule.day()).isEqualTo(15);
        assertThat(rule.strict()).isTrue();
        assertThat(rule.owedTo()).isEqualTo(PROVINCE.unit("xa1.vhxh"));
        assertThat(rule.owedBy()).containsExactlyInAnyOrder(
                PROVINCE.unit("xa1.kinhte"), PROVINCE.unit("xa1.congan"), PROVINCE.unit("xa1.thon1"));
        assertThat(draft.warnings()).anySatisfy(warning -> {
            assertThat(warning.code()).isEqualTo("UNIT_UNKNOWN");
            assertThat(warning.row()).isEqualTo("t2");
            assertThat(warning.message()).contains("Đội Thanh niên tình nguyện");
        });

        publish(standing(), draft.id().value()).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.code").isEqualTo("DRAFT_NOT_READY")
                .jsonPath("$.errors[0].field").isEqualTo("t2")
                .jsonPath("$.errors[0].code").isEqualTo("LEAD_UNRESOLVED");

        var corrected = patch(standing(), draft.id().value(), draft.version(), Map.of("tasks", withLead(draft, "VH-XH")))
                .expectStatus().isOk().expectHeader().valueEquals("ETag", "\"2\"").expectBody(Plans.Draft.class).returnResult().getResponseBody();
        assertThat(Objects.requireNonNull(corrected).content().tasks().get(1).lead())
                .containsExactly(new Plans.NamedUnit("VH-XH", PROVINCE.unit("xa1.vhxh"), List.of()));
        assertThat(corrected.warnings()).noneMatch(warning -> warning.code().equals("UNIT_UNKNOWN"));

        var plan = Objects.requireNonNull(publish(standing(), draft.id().value()).expectStatus().isCreated().expectBody(Plans.Plan.class)
                .returnResult().getResponseBody());
        assertThat(plan.summary().tasks()).isEqualTo(2);
        assertThat(plan.tasks().getFirst().leadNames()).containsExactly("Phòng Văn hóa - Xã hội");
        assertThat(plan.rules().getFirst().day()).isEqualTo(14);
        assertThat(plan.rules().getFirst().title()).isEqualTo("Báo cáo tháng thực hiện kế hoạch 12/KH-UBND");

        var events = eventsOf(plan, 4);
        assertThat(events).extracting(TestTopics.Seen::type)
                .containsExactly("PlanPublished", "TaskPlanned", "TaskPlanned", "ReportingScheduled");
        assertThat(events).extracting(TestTopics.Seen::key).containsOnly(PROVINCE.unit("xa1").value());
        var scheduled = events.getLast().as(PlanEvent.ReportingScheduled.class).rule();
        assertThat(scheduled.day()).isEqualTo(14);
        assertThat(scheduled.until()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(scheduled.from()).isEqualTo(plan.summary().publishedOn());

        publish(standing(), draft.id().value()).expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo("DRAFT_PUBLISHED");
        patch(standing(), draft.id().value(), 4L, Map.of("recipients", List.of())).expectStatus().isEqualTo(409);
        assertThat(read("/api/plans/drafts/" + draft.id(), standing(), Plans.Draft.class).plan()).isEqualTo(plan.summary().id());
        http.get().uri("/api/plans?q={q}", "cong nghe thong").header("Authorization", "Bearer " + standing()).exchange().expectStatus().isOk().expectBody().jsonPath("$.items[0].id").isEqualTo(plan.summary().id().value());
    }

    @Test
    void a_plan_names_its_programme_and_whoever_follows_that_sees_it_with_all_its_rows_and_no_other() {
        var text = Documents.plan("Dữ liệu dân cư").replace("Đội Thanh niên tình nguyện", "CA xã");
        var draft = drafted(standing(), "de-an.txt", utf8(text));
        var id = draft.id().value();
        assertThat(draft.content().document().programme()).as("a document cites many").isNull();
        patch(standing(), id, 1L, Map.of("document", Map.of("programme", " - "))).expectStatus().isBadRequest().expectBody()
                .jsonPath("$.errors[0].field").isEqualTo("document.programme").jsonPath("$.errors[0].code").isEqualTo("PROGRAMME_BROKEN");
        patch(standing(), id, 1L, Map.of("document", Map.of("programme", "ĐA 06/CP"))).expectStatus().isOk();
        var plan = published(id);
        var none = published(drafted(standing(), "khac.txt", utf8(text.replace("Dữ liệu dân cư", "Chợ đêm"))).id().value());
        assertThat(plan.summary().programme()).isEqualTo("ĐA 06/CP");
        assertThat(eventsOf(plan, 4)).extracting(seen -> new String(seen.data(), StandardCharsets.UTF_8)).as("the plan, its tasks and its reports")
                .allSatisfy(event -> assertThat(event).contains("\"programme\":\"ĐA 06/CP\""));

        var police = following("pl-06", "xa1.congan", Role.COMMUNE_STANDING, "Đề án số 06");
        var office = following("pl-06-don-vi", "xa1.congan", Role.UNIT_HEAD, "Đề án 06");
        var elsewhere = following("pl-06-xa2", "xa2.congan", Role.COMMUNE_STANDING, "Đề án 06");
        assertThat(plansOf(police)).containsExactly(plan.summary().id());
        var seen = read("/api/plans/" + plan.summary().id(), police, Plans.Plan.class);
        assertThat(seen.tasks()).hasSize(2);
        assertThat(seen.rules()).hasSize(1);
        get("/api/plans/" + none.summary().id(), police).expectStatus().isNotFound();
        assertThat(read("/api/plans/" + plan.summary().id(), office, Plans.Plan.class).tasks()).as("that name its unit").hasSize(2);
        assertThat(plansOf(elsewhere)).isEmpty();
        assertThat(plansOf(following("pl-60", "xa1.congan", Role.COMMUNE_STANDING, "Đề án 60"))).isEmpty();
    }

    @Test
    void a_published_plan_is_given_a_programme_for_a_reason_and_its_rows_follow() {
        var text = Documents.plan("Chữ ký số").replace("Đội Thanh niên tình nguyện", "CA xã");
        var plan = published(drafted(standing(), "chu-ky.txt", utf8(text)).id().value());
        var police = following("pl-06-sau", "xa1.congan", Role.COMMUNE_STANDING, "Đề án số 06");
        get("/api/plans/" + plan.summary().id(), police).expectStatus().isNotFound();

        programme(standing(), plan, "ĐA 06", " ", 1).expectStatus().isEqualTo(422).expectBody().jsonPath("$.code").isEqualTo("PROGRAMME_REASON");
        programme(standing(), plan, " - ", "Thực hiện đề án", 1).expectStatus().isEqualTo(422).expectBody().jsonPath("$.code").isEqualTo("PROGRAMME_BROKEN");
        programme(standing(), plan, "ĐA 06", "Thực hiện đề án", 7).expectStatus().isEqualTo(412);
        programme(PROVINCE.token("xa2.vhxh", Role.COMMUNE_STANDING), plan, "ĐA 06", "Thực hiện đề án", 1).expectStatus().isNotFound();
        var named = programme(standing(), plan, "ĐA 06", "Thực hiện đề án", 1).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"3\"")
                .expectBody(Plans.Plan.class).returnResult().getResponseBody();
        assertThat(Objects.requireNonNull(named).summary().programme()).isEqualTo("ĐA 06");
        assertThat(read("/api/plans/" + plan.summary().id(), police, Plans.Plan.class).tasks()).hasSize(2);
        var events = eventsOf(plan, 8);
        assertThat(events.subList(4, 8)).extracting(TestTopics.Seen::type).containsExactly("TaskPlanned", "TaskPlanned", "ReportingScheduled", "PlanAmended");
        assertThat(events.subList(4, 8)).extracting(seen -> new String(seen.data(), StandardCharsets.UTF_8))
                .allSatisfy(event -> assertThat(event).contains("\"programme\":\"ĐA 06\"").doesNotContain("Thực hiện đề án"));

        programme(standing(), plan, null, "Nêu nhầm", 3).expectStatus().isOk();
        get("/api/plans/" + plan.summary().id(), police).expectStatus().isNotFound();
        assertThat(eventsOf(plan, 12).getLast().as(PlanEvent.PlanAmended.class).plan().programme()).isNull();
    }

    private RestTestClient.ResponseSpec programme(String token, Plans.Plan plan, @Nullable String programme, String reason, long version) {
        return http.put().uri("/api/plans/" + plan.summary().id() + "/programme").header("Authorization", "Bearer " + token)
                .header("If-Match", "\"" + version + "\"").contentType(MediaType.APPLICATION_JSON).body(new Amendments.Programme(programme, reason)).exchange();
    }

    private Plans.Plan published(String draft) {
        return Objects.requireNonNull(publish(standing(), draft).expectStatus().isCreated().expectBody(Plans.Plan.class).returnResult().getResponseBody());
    }

    private List<PlanId> plansOf(String token) {
        return Objects.requireNonNull(get("/api/plans?limit=200", token).expectStatus().isOk().expectBody(new ParameterizedTypeReference<Page<Plans.PlanSummary>>() {})
                .returnResult().getResponseBody()).items().stream().map(Plans.PlanSummary::id).toList();
    }

    private String following(String position, String unit, Role role, String programme) {
        var person = new PersonId(position + "-nguoi");
        var wanted = new Organisation.PlaceWanted(PROVINCE.unit(unit), "Theo dõi " + programme, role, person, null, new ProgrammeScope(programme, programme));
        http.put().uri("/api/organisation/positions/" + position).header("Authorization", "Bearer " + PROVINCE.token("tinh", Role.PROVINCE_ADMINISTRATOR))
                .header("If-Match", "\"0\"").body(wanted).exchange().expectStatus().is2xxSuccessful();
        var token = TestIssuer.token(person);
        await().atMost(LIMIT).until(() -> get("/api/plans", token).returnResult(String.class).getStatus().is2xxSuccessful());
        return token;
    }

    @Test
    void the_same_file_again_is_the_same_draft_and_the_same_key_publishes_once() {
        var file = utf8(Documents.plan("Thư viện lưu động").replace("Đội Thanh niên tình nguyện", "CA xã"));
        var draft = drafted(standing(), "a.txt", file);
        upload(standing(), "b.txt", file).expectStatus().isOk().expectBody().jsonPath("$.id").isEqualTo(draft.id().value());
        var other = drafted(PROVINCE.token("xa2.vhxh", Role.COMMUNE_STANDING), "a.txt", file);
        assertThat(other.id()).isNotEqualTo(draft.id());

        var plans = new ArrayList<String>();
        for (int i = 0; i < 2; i++) {
            var plan = http.post().uri("/api/plans/drafts/" + draft.id() + "/publication").header("Authorization", "Bearer " + standing())
                    .header("Idempotency-Key", "publish-once").exchange().expectStatus().isCreated().expectBody(Plans.Plan.class).returnResult()
                    .getResponseBody();
            plans.add(Objects.requireNonNull(plan).summary().id().value());
        }
        assertThat(plans.getFirst()).isEqualTo(plans.getLast());
        var again = drafted(standing(), "a.txt", file);
        assertThat(again.id()).isNotEqualTo(draft.id());
    }

    @Test
    void a_word_document_is_read_like_its_text() {
        var draft = drafted(standing(), "kế hoạch.docx", Documents.docx(Documents.plan("Xây dựng nhà văn hóa kiểu mẫu")));
        assertThat(draft.fileName()).isEqualTo("kế hoạch.docx");
        assertThat(draft.content().tasks()).extracting(Plans.TaskRow::title)
                .containsExactly("Lắp đặt màn hình thông báo tại nhà văn hóa", "Mở lớp hướng dẫn dùng dịch vụ công");
        var source = read("/api/plans/drafts/" + draft.id() + "/source", standing(), Plans.SourceText.class);
        var place = Objects.requireNonNull(draft.content().tasks().getFirst().source());
        assertThat(source.text().substring(place.start(), place.end())).contains("Lắp đặt màn hình");
    }

    @Test
    void a_date_that_does_not_exist_is_asked_about_until_the_row_is_confirmed() {
        var text = Documents.plan("Chợ quê").replace("Tháng 9/2026", "Trước ngày 31/02/2026").replace("Đội Thanh niên tình nguyện", "Công an");
        var draft = drafted(standing(), "cho-que.txt", utf8(text));
        var row = draft.content().tasks().getFirst();
        assertThat(row.due()).isNull();
        assertThat(row.dueText()).contains("31/02/2026");
        assertThat(draft.warnings()).extracting(Plans.Warning::code).contains("DUE_UNREADABLE");
        publish(standing(), draft.id().value()).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.errors.length()").isEqualTo(1).jsonPath("$.errors[0].code").isEqualTo("DUE_UNREADABLE");

        var confirmed = new ArrayList<>(draft.content().tasks());
        confirmed.set(0, new Plans.TaskRow(row.row(), row.ordinal(), row.title(), row.lead(), row.coordinating(), row.product(), row.budgetVnd(),
                null, row.dueText(), false, true, row.confidence(), row.reason(), row.source()));
        patch(standing(), draft.id().value(), draft.version(), Map.of("tasks", confirmed)).expectStatus().isOk();
        publish(standing(), draft.id().value()).expectStatus().isCreated().expectBody().jsonPath("$.tasks[0].due").doesNotExist();
    }

    @Test
    void a_correction_names_the_version_it_is_about_and_only_what_exists() {
        var draft = drafted(standing(), "sua.txt", utf8(Documents.plan("Sửa nhiều lần")));
        var id = draft.id().value();
        patch(standing(), id, null, Map.of()).expectStatus().isEqualTo(428);
        patch(standing(), id, 99L, Map.of("recipients", List.of())).expectStatus().isEqualTo(412);
        patch(standing(), id, 1L, Map.of("reporting", List.of(Map.of("row", "r1", "frequency", "monthly", "owedBy", List.of("pl-xa2.kinhte")))))
                .expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].code").isEqualTo("UNIT_UNKNOWN");
        patch(standing(), id, 1L, Map.of("document", Map.of("issuedOn", "2026-02-31")))
                .expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].field").isEqualTo("content.document.issuedOn");
        http.patch().uri("/api/plans/drafts/" + id).header("Authorization", "Bearer " + standing()).header("If-Match", "\"1\"")
                .contentType(org.springframework.http.MediaType.APPLICATION_JSON).body("{}").exchange().expectStatus().isEqualTo(415);
        patch(standing(), id, 1L, Map.of("document", Map.of("number", "13/KH-UBND"))).expectStatus().isOk()
                .expectBody().jsonPath("$.content.document.number").isEqualTo("13/KH-UBND")
                .jsonPath("$.content.document.year").isEqualTo(2026).jsonPath("$.content.tasks.length()").isEqualTo(2);
        patch(standing(), id, 1L, Map.of("document", Map.of("number", "14/KH-UBND"))).expectStatus().isEqualTo(412);
    }

    @Test
    void nothing_of_a_draft_or_plan_crosses_communes() {
        var draft = drafted(standing(), "rieng.txt", utf8(Documents.plan("Chuyện riêng của xã").replace("Đội Thanh niên tình nguyện", "Công an")));
        var neighbour = PROVINCE.token("xa2.vhxh", Role.COMMUNE_STANDING);
        get("/api/plans/drafts/" + draft.id(), neighbour).expectStatus().isNotFound();
        get("/api/plans/drafts/" + draft.id() + "/source", neighbour).expectStatus().isNotFound();
        patch(neighbour, draft.id().value(), 1L, Map.of()).expectStatus().isNotFound();
        publish(neighbour, draft.id().value()).expectStatus().isNotFound();
        get("/api/plans/drafts/" + draft.id(), ELSEWHERE.token("tinh", Role.PROVINCE_ADMINISTRATOR)).expectStatus().isNotFound();
        get("/api/plans/drafts/" + draft.id(), PROVINCE.token("tinh", Role.PROVINCE_ADMINISTRATOR)).expectStatus().isOk();
        get("/api/plans/drafts/" + draft.id(), PROVINCE.token("xa1.kinhte", Role.OFFICER)).expectStatus().isForbidden();
        get("/api/plans/drafts", neighbour).expectStatus().isOk().expectBody(String.class)
                .value(body -> assertThat(body).doesNotContain(draft.id().value()));
        upload(standing(), "x.txt", utf8("x"), PROVINCE.unit("xa2").value()).expectStatus().isNotFound();
        upload(PROVINCE.token("tinh", Role.PROVINCE_ADMINISTRATOR), "x.txt", utf8("x")).expectStatus().isBadRequest();

        var plan = publish(PROVINCE.token("xa1", Role.COMMUNE_LEADER), draft.id().value()).expectStatus().isCreated()
                .expectBody(Plans.Plan.class).returnResult().getResponseBody();
        var path = "/api/plans/" + Objects.requireNonNull(plan).summary().id();
        get(path, neighbour).expectStatus().isNotFound();
        get(path, ELSEWHERE.token("tinh", Role.PROVINCE_VIEWER)).expectStatus().isNotFound();
        get(path, PROVINCE.token("tinh", Role.PROVINCE_VIEWER)).expectStatus().isOk();
        get(path, PROVINCE.token("xa1.kinhte", Role.OFFICER)).expectStatus().isOk().expectBody()
                .jsonPath("$.tasks.length()").isEqualTo(1).jsonPath("$.tasks[0].ordinal").isEqualTo("2");
    }

    private List<TestTopics.Seen> eventsOf(Plans.Plan plan, int expected) {
        var id = plan.summary().id().value();
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> assertThat(events(id)).hasSizeGreaterThanOrEqualTo(expected));
        return events(id);
    }

    private List<TestTopics.Seen> events(String plan) {
        return planEvents(seen -> new String(seen.data(), java.nio.charset.StandardCharsets.UTF_8).contains(plan));
    }

    private static List<Plans.TaskRow> withLead(Plans.Draft draft, String name) {
        var rows = new ArrayList<>(draft.content().tasks());
        var row = rows.get(1);
        rows.set(1, new Plans.TaskRow(row.row(), row.ordinal(), row.title(), List.of(new Plans.NamedUnit(name, null, List.of())), row.coordinating(),
                row.product(), row.budgetVnd(), row.due(), row.dueText(), false, false, row.confidence(), row.reason(), row.source()));
        return rows;
    }
}
