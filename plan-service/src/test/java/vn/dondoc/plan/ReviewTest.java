package vn.dondoc.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.contracts.api.DraftAct;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Nothing of a document is left lying, and what is open is settled in a few strokes. */
class ReviewTest extends PlanServiceTest {

    private static final UnitId CULTURE = PROVINCE.unit("xa1.vhxh");
    private static final UnitId ECONOMY = PROVINCE.unit("xa1.kinhte");

    private int strokes;

    static boolean areThere() {
        return Files.isRegularFile(Documents.PLANS.resolve("lien-minh-2026.txt"));
    }

    @Test
    void duties_targets_and_reports_are_settled_and_stand_in_the_plan() {
        var draft = drafted(standing(), "viec.txt", utf8(document("đầu năm")));
        assertThat(draft.content().tasks()).isEmpty();
        assertThat(draft.content().duties()).extracting(Plans.Duty::row).containsExactly("d1", "d2", "d3");
        assertThat(draft.content().duties().getFirst().lead()).extracting(Plans.NamedUnit::unit).containsExactly(ECONOMY);
        assertThat(draft.warnings()).extracting(Plans.Warning::code).contains("DUTIES_OPEN", "TARGETS_OPEN", "REPORT_DAY_OPEN");
        publish(standing(), draft.id().value()).expectStatus().isEqualTo(422).expectBody(String.class)
                .value(body -> assertThat(body).contains("DUTY_OPEN", "TARGET_OWNER_MISSING", "TARGET_SOURCE_MISSING", "TARGET_RHYTHM_MISSING", "REPORT_DAY_OPEN"));

        draft = done(draft, new DraftAct.DecideDuties(List.of("d1"), false, "task", new Due.Recurring(Frequency.QUARTERLY), null, null, null, null, null));
        draft = done(draft, new DraftAct.DecideDuties(List.of(), true, "watched", null, null, null, null, null, null));
        assertThat(draft.proposals()).extracting(Plans.Proposal::code).contains("target-details", "report-day");
        draft = done(draft, new DraftAct.DescribeTargets(List.of("c1"), false, ECONOMY, "Hệ thống một cửa điện tử", null));
        draft = done(draft, new DraftAct.TakeProposals(List.of(), true));
        assertThat(draft.proposals()).isEmpty();

        var plan = Objects.requireNonNull(publish(standing(), draft.id().value()).expectStatus().isCreated().expectBody(Plans.Plan.class)
                .returnResult().getResponseBody());
        assertThat(plan.tasks()).singleElement().satisfies(task -> assertThat(task.due()).isEqualTo(new Due.Recurring(Frequency.QUARTERLY)));
        assertThat(plan.targets()).first().satisfies(target -> {
            assertThat(target.owner()).isEqualTo(ECONOMY);
            assertThat(target.ownerName()).isEqualTo("Phòng Kinh tế");
            assertThat(target.dataSource()).isEqualTo("Hệ thống một cửa điện tử");
            assertThat(target.rhythm()).isEqualTo(Frequency.QUARTERLY);
        });
        assertThat(plan.watched()).hasSize(2).extracting(Plans.WatchedDuty::unit).contains("Công an xã");
        assertThat(plan.rules()).singleElement().satisfies(rule -> assertThat(rule.day()).isEqualTo(19));
        var id = plan.summary().id().value();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(planEvents(seen -> new String(seen.data(), java.nio.charset.StandardCharsets.UTF_8).contains(id)))
                .anySatisfy(seen -> assertThat(new String(seen.data(), java.nio.charset.StandardCharsets.UTF_8)).contains("\"dataSource\":\"Hệ thống một cửa điện tử\"")));
    }

    @Test
    void a_stroke_names_its_version_is_done_once_and_can_be_taken_back() {
        var draft = drafted(standing(), "hoan-tac.txt", utf8(document("hoàn tác")));
        assertThat(draft.undoable()).isFalse();
        act(standing(), draft, draft.version(), new DraftAct.Undo(), null).expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo("NOTHING_TO_UNDO");
        var stroke = new DraftAct.DecideDuties(List.of("d1", "d2"), false, "task", new Due.Ongoing(), null, null, null, null, null);
        act(standing(), draft, null, stroke, null).expectStatus().isEqualTo(428);
        var key = UUID.randomUUID().toString();
        act(standing(), draft, 1L, stroke, key).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"2\"");
        act(standing(), draft, 1L, stroke, key).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"2\"")
                .expectBody().jsonPath("$.content.tasks.length()").isEqualTo(2);
        act(standing(), draft, 1L, new DraftAct.Undo(), key).expectStatus().isEqualTo(422);
        act(standing(), draft, 1L, stroke, null).expectStatus().isEqualTo(412);
        act(standing(), draft, 2L, new DraftAct.DecideDuties(List.of("d77"), false, "task", null, null, null, null, null, null), null)
                .expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].code").isEqualTo("ROW_UNKNOWN");
        act(PROVINCE.token("xa2.vhxh", Role.COMMUNE_STANDING), draft, 2L, stroke, null).expectStatus().isNotFound();
        act(PROVINCE.token("xa1.kinhte", Role.OFFICER), draft, 2L, stroke, null).expectStatus().isForbidden();

        var now = read("/api/plans/drafts/" + draft.id(), standing(), Plans.Draft.class);
        assertThat(now.undoable()).isTrue();
        var back = done(now, new DraftAct.Undo());
        assertThat(back.content()).isEqualTo(draft.content());
        var again = done(back, new DraftAct.Undo());
        assertThat(again.content()).isEqualTo(now.content());
        var split = done(again, new DraftAct.SplitTask("t1", List.of("Phần một", "Phần hai")));
        assertThat(split.content().tasks()).extracting(Plans.TaskRow::title).startsWith("Phần một", "Phần hai");
        var merged = done(split, new DraftAct.MergeTasks("t1", "t3"));
        assertThat(merged.content().tasks()).extracting(Plans.TaskRow::title).startsWith("Phần một; Phần hai");
    }

    @Test
    void an_unknown_name_becomes_a_unit_in_one_stroke_and_is_remembered_by_this_commune() {
        var name = "Tổ hỗ trợ số " + UUID.randomUUID().toString().substring(0, 8);
        var text = document("đơn vị mới").replace("Công an xã", name);
        var draft = drafted(standing(), "don-vi.txt", utf8(text));
        var open = draft.names().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        assertThat(open.open()).isTrue();
        assertThat(open.rows()).containsExactly("d2");
        act(standing(), draft, 1L, new DraftAct.SettleName(name, List.of(), new DraftAct.NewUnit(name, UnitKind.COMMUNE, null), true), null)
                .expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].code").isEqualTo("KIND_NOT_HERE");
        act(standing(), draft, 1L, new DraftAct.SettleName(name, List.of(PROVINCE.unit("xa2.kinhte")), null, true), null)
                .expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].code").isEqualTo("UNIT_UNKNOWN");

        var settled = done(draft, new DraftAct.SettleName(name, List.of(), new DraftAct.NewUnit(name, UnitKind.COMMITTEE, null), true));
        var unit = Objects.requireNonNull(settled.content().duties().get(1).lead().getFirst().unit());
        assertThat(settled.names()).filteredOn(one -> one.name().equals(name)).singleElement().satisfies(one -> assertThat(one.open()).isFalse());
        await().atMost(LIMIT).untilAsserted(() -> get("/api/organisation/units?commune=" + PROVINCE.unit("xa1") + "&kind=committee", standing())
                .expectStatus().isOk().expectBody(String.class).value(body -> assertThat(body).contains(name, unit.value())));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(topics.read("dondoc.organisation-event", seen -> true))
                .anySatisfy(seen -> assertThat(new String(seen.data(), java.nio.charset.StandardCharsets.UTF_8)).contains(name)));

        var nextReading = drafted(standing(), "lan-sau.txt", utf8(document("lần sau").replace("Công an xã", "  " + name.toUpperCase(java.util.Locale.ROOT))));
        assertThat(nextReading.content().duties().get(1).lead()).extracting(Plans.NamedUnit::unit).containsExactly(unit);
        var elsewhere = drafted(PROVINCE.token("xa2.vhxh", Role.COMMUNE_STANDING), "noi-khac.txt", utf8(text));
        assertThat(elsewhere.content().duties().get(1).lead()).extracting(Plans.NamedUnit::unit).containsOnlyNulls();
    }

    @Test
    void a_collective_is_kept_and_asked_about() {
        var draft = drafted(standing(), "tap-the.txt", utf8(document("tập thể").replace("Công an xã", "Các phòng, đơn vị liên quan")));
        var open = draft.names().stream().filter(Plans.NameInDraft::collective).findFirst().orElseThrow();
        assertThat(open.candidates()).isNotEmpty().allSatisfy(one -> assertThat(one.why()).isEqualTo("collective"));
        var settled = done(draft, new DraftAct.SettleName(open.name(), List.of(CULTURE, ECONOMY), null, false));
        assertThat(settled.content().duties().get(1).lead()).extracting(Plans.NamedUnit::unit).containsExactly(CULTURE, ECONOMY);
        assertThat(settled.content().duties().get(1).unit()).isEqualTo("Các phòng, đơn vị liên quan");
    }

    @Test
    @EnabledIf("areThere")
    void twenty_six_duties_of_a_plan_without_tasks_take_a_few_strokes() throws IOException {
        assertThat(strokesFor("lien-minh-2026.txt", 26)).isLessThanOrEqualTo(12);
    }

    @Test
    @EnabledIf("areThere")
    void so_do_twenty_one_of_another() throws IOException {
        assertThat(strokesFor("phuong-thanh-hoa-2025.txt", 21)).isLessThanOrEqualTo(12);
    }

    /** All duties become ongoing tasks at once; every name is settled once, as candidates or as a new unit; all proposals are taken at once. */
    private int strokesFor(String file, int duties) throws IOException {
        strokes = 0;
        var draft = drafted(standing(), file, Files.readAllBytes(Documents.PLANS.resolve(file)));
        assertThat(draft.content().tasks()).isEmpty();
        assertThat(draft.content().duties()).hasSize(duties);
        draft = done(draft, new DraftAct.DecideDuties(List.of(), true, "task", new Due.Ongoing(), null, null, null, null, null));
        draft = done(draft, new DraftAct.TakeProposals(List.of(), true));
        for (var one : draft.names().stream().filter(Plans.NameInDraft::open).toList()) {
            var units = one.candidates().stream().map(Plans.Candidate::unit).toList();
            draft = done(draft, new DraftAct.SettleName(
                    one.name(), units, units.isEmpty() ? new DraftAct.NewUnit(one.name(), one.kind(), null) : null, true));
        }
        assertThat(draft.content().tasks()).hasSize(duties).allSatisfy(task -> assertThat(task.lead()).allMatch(unit -> unit.unit() != null));
        var id = draft.id().value();
        // A unit that was just registered is known as soon as the copy of the directory has it
        await().atMost(LIMIT).untilAsserted(() -> publish(standing(), id).expectStatus().isCreated());
        System.out.println(file + ": " + strokes + " strokes");
        return strokes;
    }

    private Plans.Draft done(Plans.Draft draft, DraftAct stroke) {
        strokes++;
        return Objects.requireNonNull(act(standing(), draft, draft.version(), stroke, null).expectStatus().isOk().expectBody(Plans.Draft.class)
                .returnResult().getResponseBody());
    }

    private RestTestClient.ResponseSpec act(String token, Plans.Draft draft, @Nullable Long version, DraftAct stroke, @Nullable String key) {
        var call = http.post().uri("/api/plans/drafts/" + draft.id() + "/acts").header("Authorization", "Bearer " + token).contentType(MediaType.APPLICATION_JSON);
        if (version != null) {
            call.header("If-Match", "\"" + version + "\"");
        }
        if (key != null) {
            call.header("Idempotency-Key", key);
        }
        return call.body(vn.dondoc.contracts.event.EventJson.mapper().writeValueAsString(stroke)).exchange();
    }

    /** A plan of duties alone, with two figures and a report of every quarter. */
    private static String document(String about) {
        return """
                ỦY BAN NHÂN DÂN
                XÃ THƯỢNG THỬ
                Số: 31/KH-UBND
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Thượng Thử, ngày 06 tháng 01 năm 2026

                KẾ HOẠCH
                Nâng chất lượng phục vụ %s năm 2026

                I. MỤC TIÊU
                - Tỷ lệ hồ sơ nộp trực tuyến đạt 80%%.
                - Tỷ lệ hộ dân có tài khoản định danh đạt 95%%.

                II. TỔ CHỨC THỰC HIỆN
                1. Phòng Kinh tế
                - Chủ trì hướng dẫn hộ kinh doanh dùng hóa đơn điện tử.
                2. Công an xã
                - Bảo đảm an toàn thông tin trong quá trình thực hiện.
                3. Phòng Văn hóa - Xã hội
                - Tuyên truyền trên hệ thống truyền thanh.
                4. Chế độ báo cáo
                - Trước ngày 20 hằng quý, các phòng, đơn vị, thôn báo cáo kết quả thực hiện về Phòng Văn hóa - Xã hội.

                Nơi nhận:
                - Các phòng, đơn vị;
                - Lưu: VT.
                """.formatted(about);
    }
}
