package vn.dondoc.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.contracts.api.Amendments;
import vn.dondoc.contracts.api.DraftAct;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.PlanId;

import static org.assertj.core.api.Assertions.assertThat;

/** Measures and objectives of a document become rows and then tasks, or are watched; what is above a plan; what a list says. */
class NothingLeftLyingTest extends PlanServiceTest {

    @Autowired MongoTemplate mongo;

    @Test
    void measures_become_tasks_by_selection_and_what_nobody_decided_is_watched() {
        var draft = drafted(standing(), "thu-vien.txt", utf8(document("501", "đọc sách")));
        assertThat(draft.content().measures()).extracting(row -> row.row() + " " + row.heading() + " " + row.text()).containsExactly(
                "m1 Tuyên truyền Phát thanh các bài giới thiệu sách mới.",
                "m2 Tuyên truyền Công an xã vận động quyên góp sách cũ.",
                "m3 Mua sắm Lựa chọn sách phù hợp với người cao tuổi.");
        assertThat(draft.content().objectives()).extracting(Plans.Duty::text).containsExactly("Xây dựng thói quen đọc sách trong các gia đình.");
        assertThat(draft.content().measures().get(1).lead()).as("the unit is proposed").extracting(Plans.NamedUnit::unit).containsExactly(PROVINCE.unit("xa1.congan"));
        assertThat(draft.warnings()).extracting(Plans.Warning::code).contains("MEASURES_OPEN");

        draft = done(draft, new DraftAct.DecideDuties(List.of("m1", "m2"), false, "task", new Due.Ongoing(), PROVINCE.unit("xa1.kinhte"), null, null, null, null));
        draft = done(draft, new DraftAct.DecideDuties(List.of("m2"), false, "task", new Due.Ongoing(), null, null, null, null, null));
        assertThat(draft.content().tasks()).extracting(row -> row.lead().getFirst().name()).contains("Phòng Kinh tế", "Công an xã");
        var before = draft.content();
        draft = done(draft, new DraftAct.DecideDuties(List.of(), true, "dropped", null, null, null, null, null, null, "objectives"));
        draft = done(draft, new DraftAct.Undo());
        assertThat(draft.content()).isEqualTo(before);

        var plan = body(publish(standing(), draft.id().value()));
        assertThat(plan.tasks()).hasSize(3);
        assertThat(plan.watched()).extracting(row -> row.part() + " " + row.heading() + " " + row.text()).containsExactly(
                "measures Mua sắm Lựa chọn sách phù hợp với người cao tuổi.", "objectives MỤC TIÊU Xây dựng thói quen đọc sách trong các gia đình.");
        get("/api/plans/" + plan.summary().id() + "/export?format=docx", standing()).expectStatus().isOk();

        var later = drafted(standing(), "bo-sung.txt", utf8(document("501", "đọc sách").replace("ngày 05 tháng 01", "ngày 09 tháng 4")
                .replace("2. Mua sắm\n", "2. Mua sắm\n- Mua thêm kệ sách gỗ.\n")));
        var compared = read("/api/plans/" + plan.summary().id() + "/comparison?draft=" + later.id(), standing(), Amendments.Comparison.class);
        assertThat(compared.tasks()).as("what was made of a measure is not removed while the document says it").extracting(Amendments.TaskPair::change)
                .hasSize(3).containsOnly("unchanged");
        var choice = new Amendments.Choice(compared.draft(), compared.draftVersion(), "whole", List.of("document"), List.of());
        var amended = body(http.post().uri("/api/plans/" + plan.summary().id() + "/amendments").header("Authorization", "Bearer " + standing())
                .header("If-Match", "\"" + compared.version() + "\"").contentType(MediaType.APPLICATION_JSON).body(choice).exchange());
        assertThat(amended.tasks()).hasSize(3);
        assertThat(amended.watched()).as("what was watched stays, what is a task already does not come twice").extracting(Plans.WatchedDuty::text).containsExactly(
                "Lựa chọn sách phù hợp với người cao tuổi.", "Xây dựng thói quen đọc sách trong các gia đình.", "Mua thêm kệ sách gỗ.");
    }

    @Test
    void a_list_says_what_was_stored_beside_the_contents() {
        var draft = drafted(standing(), "dem.txt", utf8(document("502", "đếm dòng")));
        var listed = listed(draft);
        assertThat(listed.warnings()).isEqualTo(draft.warnings().size()).isPositive();
        assertThat(List.of(listed.tasks(), listed.targets())).containsExactly(1, 0);
        assertThat(listed.title()).isEqualTo(draft.content().document().title());

        var changed = done(draft, new DraftAct.DecideDuties(List.of(), true, "watched", null, null, null, null, null, null, "all"));
        assertThat(listed(draft).warnings()).isEqualTo(changed.warnings().size()).isLessThan(draft.warnings().size());
        mongo.getCollection("drafts").updateOne(new Document("_id", draft.id().value()), new Document("$unset", new Document("counts", "")));
        assertThat(listed(draft)).as("one that was written before they were kept").isEqualTo(listed(changed)).satisfies(
                one -> assertThat(one.warnings()).isEqualTo(changed.warnings().size()));
    }

    @Test
    void a_draft_names_the_plan_above_it_and_is_published_below_it() {
        var above = body(publish(standing(), drafted(standing(), "tren.txt", utf8(document("503", "đề án lớn"))).id().value()));
        var draft = drafted(standing(), "duoi.txt", utf8(document("504", "kế hoạch nhỏ")));
        var neighbour = PROVINCE.token("xa2.vhxh", Role.COMMUNE_STANDING);
        var theirs = drafted(neighbour, "xa-khac.txt", utf8(document("505", "xã khác")));
        placed(neighbour, theirs, above.summary().id()).expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].code").isEqualTo("PARENT_UNSEEN");

        placed(standing(), draft, above.summary().id()).expectStatus().isOk();
        var relations = read("/api/plans/drafts/" + draft.id() + "/relations", standing(), Amendments.DraftRelations.class);
        assertThat(Objects.requireNonNull(relations.parent()).title()).isEqualTo(above.summary().title());

        var below = body(publish(standing(), draft.id().value()));
        var placed = read("/api/plans/" + below.summary().id() + "/relations", standing(), Amendments.PlanRelations.class);
        assertThat(Objects.requireNonNull(placed.parent()).id()).isEqualTo(above.summary().id());
        assertThat(plans("504").getFirst().above()).isEqualTo(new Plans.PlanAbove(above.summary().id(), above.summary().number(), above.summary().title()));

        var ofAbove = read("/api/plans/" + above.summary().id() + "/relations", standing(), Amendments.PlanRelations.class);
        http.put().uri("/api/plans/" + above.summary().id() + "/parent").header("Authorization", "Bearer " + standing())
                .header("If-Match", "\"" + ofAbove.version() + "\"").contentType(MediaType.APPLICATION_JSON).body(new Amendments.Parent(below.summary().id())).exchange()
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.code").isEqualTo("PARENT_IMPOSSIBLE");
    }

    private RestTestClient.ResponseSpec placed(String token, Plans.Draft draft, PlanId parent) {
        var heading = new HashMap<String, Object>(Map.of("parent", parent.value()));
        return patch(token, draft.id().value(), draft.version(), Map.of("document", heading));
    }

    private Plans.DraftSummary listed(Plans.Draft draft) {
        return Objects.requireNonNull(get("/api/plans/drafts?limit=200", standing()).expectStatus().isOk()
                        .expectBody(new ParameterizedTypeReference<Page<Plans.DraftSummary>>() {}).returnResult().getResponseBody())
                .items().stream().filter(one -> one.id().equals(draft.id())).findFirst().orElseThrow();
    }

    private List<Plans.PlanSummary> plans(String words) {
        return Objects.requireNonNull(get("/api/plans?q=" + words, standing()).expectStatus().isOk()
                .expectBody(new ParameterizedTypeReference<Page<Plans.PlanSummary>>() {}).returnResult().getResponseBody()).items();
    }

    private Plans.Draft done(Plans.Draft draft, DraftAct stroke) {
        return Objects.requireNonNull(http.post().uri("/api/plans/drafts/" + draft.id() + "/acts").header("Authorization", "Bearer " + standing())
                .header("If-Match", "\"" + draft.version() + "\"").contentType(MediaType.APPLICATION_JSON).body(EventJson.mapper().writeValueAsString(stroke))
                .exchange().expectStatus().isOk().expectBody(Plans.Draft.class).returnResult().getResponseBody());
    }

    private static Plans.Plan body(RestTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus().isCreated().expectBody(Plans.Plan.class).returnResult().getResponseBody());
    }

    private static String document(String number, String about) {
        return """
                ỦY BAN NHÂN DÂN
                XÃ THƯỢNG THỬ
                Số: %s/KH-UBND
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Thượng Thử, ngày 05 tháng 01 năm 2026

                KẾ HOẠCH
                Phát triển phong trào %s năm 2026

                I. MỤC TIÊU
                Xây dựng thói quen đọc sách trong các gia đình.
                II. NHIỆM VỤ VÀ GIẢI PHÁP
                1. Tuyên truyền
                - Phát thanh các bài giới thiệu sách mới.
                - Công an xã vận động quyên góp sách cũ.
                2. Mua sắm
                - Lựa chọn sách phù hợp với người cao tuổi.
                III. NHIỆM VỤ CỤ THỂ
                1. Sửa chữa phòng đọc
                - Cơ quan chủ trì: Phòng Kinh tế.
                - Thời gian hoàn thành: 30/6/2026.

                Nơi nhận:
                - Các phòng, đơn vị;
                - Lưu: VT.
                """.formatted(number, about);
    }
}
