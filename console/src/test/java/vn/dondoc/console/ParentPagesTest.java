package vn.dondoc.console;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Amendments;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.id.DraftId;
import vn.dondoc.contracts.id.PlanId;

import static org.assertj.core.api.Assertions.assertThat;

/** The plan above a draft or a plan: shown, chosen among those that the user sees, removed; forms and links only. */
class ParentPagesTest {

    private static final Plans.PlanSummary ABOVE = new Plans.PlanSummary(
            new PlanId("plan-9"), Samples.COMMUNE, "Xã Mây Ngàn", "Đề án chuyển đổi số giai đoạn 2026-2030", "12/ĐA-UBND", LocalDate.of(2025, 12, 1), 2026,
            LocalDate.of(2025, 12, 5), 3, 4, 1);

    private final StandIn services = Console.SERVICES;
    private Visitor standing;

    @BeforeEach
    void theStandingUnit() {
        services.forget();
        Samples.everything(services, Samples.standing());
        standing = Visitor.signedIn("xa1.thuongtruc");
        services.on("GET /api/plans", new Page<>(List.of(ABOVE, Samples.planSummary()), null, 2L));
        services.on("GET /api/plans/drafts/d-1/relations", new Amendments.DraftRelations(
                new DraftId("d-1"), List.of(new Amendments.Related(ABOVE, "cited", "rows")), List.of(), List.of(), null));
    }

    @Test
    void aDraftIsPlacedBelowAPlanThatItCites() {
        assertThat(standing.get("/plans/drafts/d-1").body()).contains("Thuộc kế hoạch:", "chưa chọn", "href=\"/plans/drafts/d-1/parent\"");
        assertThat(standing.get("/plans/drafts/d-1/parent").body()).contains(ABOVE.title(), "văn bản nhắc đến", "Chưa chọn kế hoạch cấp trên.");

        var answer = standing.post("/plans/drafts/d-1/parent", "plan", "plan-9");
        assertThat(answer.headers().firstValue("Location")).hasValue("/plans/drafts/d-1");
        var patch = EventJson.mapper().readTree(services.last("PATCH /api/plans/drafts/d-1").body()).get("content").get("document");
        assertThat(patch.get("parent").stringValue()).isEqualTo("plan-9");
        assertThat(patch.size()).isEqualTo(1);
        standing.post("/plans/drafts/d-1/parent", "plan", "");
        assertThat(EventJson.mapper().readTree(services.last("PATCH /api/plans/drafts/d-1").body()).get("content").get("document").get("parent").isNull()).isTrue();
    }

    @Test
    void aPlanIsFoundByItsNumberAndNoPlanStandsAboveItself() {
        services.on("PUT /api/plans/plan-1/parent", asked -> StandIn.json(200, Samples.planRelations()));
        assertThat(standing.get("/plans/plan-1").body()).contains("href=\"/plans/plan-1/parent\"");
        var page = standing.get("/plans/plan-1/parent?q=12/%C4%90A").body();
        assertThat(page).contains(ABOVE.title(), "name=\"version\" value=\"4\"").doesNotContain("value=\"plan-1\"");
        assertThat(services.last("GET /api/plans").query()).contains("q=12");

        assertThat(standing.post("/plans/plan-1/parent", "plan", "plan-9", "version", "4").headers().firstValue("Location")).hasValue("/plans/plan-1");
        var call = services.last("PUT /api/plans/plan-1/parent");
        assertThat(call.header("If-Match")).isEqualTo("\"4\"");
        assertThat(EventJson.mapper().readTree(call.body()).get("plan").stringValue()).isEqualTo("plan-9");
    }

    @Test
    void aPublishedPlanIsGivenAProgrammeForAReason() {
        services.on("PUT /api/plans/plan-1/programme", asked -> StandIn.json(200, Samples.plan()));
        assertThat(standing.get("/plans/plan-1").body()).contains("action=\"/plans/plan-1/programme\"", "name=\"version\" value=\"4\"", "list=\"programmes\"");

        assertThat(standing.post("/plans/plan-1/programme", "programme", "Đề án 06", "reason", "Thực hiện đề án", "version", "4").headers().firstValue("Location")).hasValue("/plans/plan-1");
        var call = services.last("PUT /api/plans/plan-1/programme");
        assertThat(call.header("If-Match")).isEqualTo("\"4\"");
        assertThat(call.body()).contains("Đề án 06", "Thực hiện đề án");
        standing.post("/plans/plan-1/programme", "programme", "", "reason", "Nêu nhầm", "version", "4");
        assertThat(services.last("PUT /api/plans/plan-1/programme").body()).contains("Nêu nhầm").doesNotContain("programme");

        services.refusing("PUT /api/plans/plan-1/programme", 422, "PROGRAMME_REASON", "Hãy ghi lý do.");
        var refused = standing.post("/plans/plan-1/programme", "programme", "CCHC", "reason", " ", "version", "4");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Hãy ghi lý do.", "value=\"CCHC\"");
    }

    @Test
    void itIsShownChangedRemovedAndARefusalIsSaid() {
        services.on("GET /api/plans/plan-1/relations", new Amendments.PlanRelations(Samples.PLAN, 5, ABOVE, List.of(), false, List.of()));
        assertThat(standing.get("/plans/plan-1").body()).contains("12/ĐA-UBND, Đề án chuyển đổi số", "Đổi hoặc bỏ");
        assertThat(standing.get("/plans/plan-1/parent").body()).contains("Bỏ kế hoạch cấp trên");
        services.refusing("PUT /api/plans/plan-1/parent", 422, "PARENT_IMPOSSIBLE", "Không thể chọn kế hoạch này làm kế hoạch cấp trên.");
        var refused = standing.post("/plans/plan-1/parent", "plan", "plan-9", "version", "5");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Không thể chọn kế hoạch này", "Tìm theo số hoặc tên");
    }

    @Test
    void theDirectoryNamesThePlanAbove() {
        var s = Samples.planSummary();
        services.on("GET /api/plans", new Page<>(List.of(new Plans.PlanSummary(
                s.id(), s.commune(), s.communeName(), s.title(), s.number(), s.issuedOn(), s.year(), s.publishedOn(), 1, 1, 1,
                new Plans.PlanAbove(ABOVE.id(), ABOVE.number(), ABOVE.title()), null, null)), null, 1L));
        assertThat(standing.get("/plans").body()).contains("href=\"/plans/plan-9\"", "12/ĐA-UBND, Đề án");
    }
}
