package vn.dondoc.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What people do with drafts and plans: corrections by mouse and by keyboard, long drafts, closing. */
class PlansInABrowserTest extends BrowserWalk {

    @Test
    void aRowOfADraftIsCorrectedInItsPlace() {
        var page = signedIn(1280);
        page.navigate(Console.url() + "/plans/drafts/d-1");
        page.locator("#tasks-r2").getByText("Sửa").click();
        page.locator("#tasks-r2 select[name=lead]").first().selectOption("u-vhxh");
        page.locator("#tasks-r2 button[value=save]").click();
        assertThat(page.locator("#announce")).containsText("Đã lưu dòng này.");
        assertThat(page.locator("#tasks-r2 form select")).hasCount(0);
        assertThat(Console.SERVICES.last("PATCH /api/plans/drafts/d-1").body()).contains("\"unit\":\"u-vhxh\"");
        assertThat(complaints).isEmpty();
    }

    @Test
    void theReviewGoesByKeyboard() {
        var page = signedIn(1280);
        page.navigate(Console.url() + "/plans/drafts/d-1");
        page.evaluate("() => { window.same = true; }");
        assertThat(page.locator("#source-pane .mark").first()).isVisible();
        picture(page, "review-1280");
        page.keyboard().press("n");
        assertThat(page.locator(".name h3").first()).isFocused();
        while (!"tasks-r2".equals(page.evaluate("() => document.activeElement.closest('[data-row]').dataset.row"))) {
            page.keyboard().press("j");
        }
        assertThat(page.locator("#source-pane .mark.is-current")).hasText("Tổ chức tập huấn kỹ năng số cho cán bộ");
        page.keyboard().press("e");
        assertThat(page.locator("#tasks-r2 select[name=lead]").first()).isVisible();
        page.locator("#tasks-r2 textarea[name=title]").fill("jkn là chữ, không phải phím tắt");
        page.locator("#tasks-r2 button[value=save]").click();
        assertThat(page.locator("#announce")).containsText("Đã lưu dòng này.");
        // The words come with the row; keys work when it is settled, which its focus tells
        assertThat(page.locator("#tasks-r2:not(.htmx-settling) [data-focus]").first()).isFocused();
        page.evaluate("() => { document.getElementById('review').dataset.before = 'merge'; }");
        page.keyboard().press("m");
        assertThat(page.locator("#announce")).containsText("Có thể hoàn tác.");
        assertThat(page.locator("#review:not([data-before]):not(.htmx-settling)")).hasCount(1);
        assertThat(act()).contains("merge-tasks", "\"row\":\"r2\"", "\"other\":\"r3\"");
        page.locator("#duties-d1 input").check();
        page.locator("#duties-d1 input").focus();
        page.evaluate("() => { document.getElementById('review').dataset.before = 'task'; }");
        page.keyboard().press("t");
        page.waitForCondition(() -> act().contains("decide-duties"));
        assertThat(page.locator("#review:not([data-before]):not(.htmx-settling)")).hasCount(1);
        assertThat(act()).contains("\"rows\":[\"d1\"]", "ongoing");
        page.evaluate("() => { document.getElementById('review').dataset.before = 'undo'; }");
        page.keyboard().press("u");
        page.waitForCondition(() -> act().contains("undo"));
        assertThat(page.locator("#review:not([data-before]):not(.htmx-settling)")).hasCount(1);
        page.locator("#source-pane .mark[data-rows~=tasks-r1]").click();
        assertThat(page.locator("#tasks-r1 h3")).isFocused();
        assertThat(page.evaluate("() => window.same")).isEqualTo(true);
        assertThat(complaints).isEmpty();
        page.setViewportSize(360, 800);
        assertThat(page.locator("#source-pane")).isHidden();
        picture(page, "review-360");
    }

    @Test
    void aLongDraftStaysQuick() {
        Console.SERVICES.on("GET /api/plans/drafts/d-1", Samples.longDraft(200));
        Console.SERVICES.on("PATCH /api/plans/drafts/d-1", Samples.longDraft(200));
        Console.SERVICES.on("GET /api/plans/drafts/d-1/source", new vn.dondoc.contracts.api.Plans.SourceText("dai.docx", Samples.longText(200)));
        var page = signedIn(360);
        page.navigate(Console.url() + "/plans/drafts/d-1");
        var answer = page.waitForResponse("**/tasks/t150", () -> page.locator("#tasks-t150").getByText("Đúng như vậy").click());
        assertThat(answer.body().length).as("only the row and the counts come back").isLessThan(20_000);
        assertThat(page.locator("#announce")).containsText("Đã lưu dòng này.");
        assertThat(page.locator(".review")).hasCount(200);
    }

    @Test
    void aPlanIsClosedWithoutScripts() {
        var s = Samples.planSummary();
        var next = new vn.dondoc.contracts.api.Plans.PlanSummary(new vn.dondoc.contracts.id.PlanId("plan-2"), s.commune(), s.communeName(),
                "Kế hoạch chuyển đổi số của xã năm 2027", "9/KH-UBND", s.issuedOn(), 2027, s.publishedOn(), 4, 2, 1);
        Console.SERVICES.on("GET /api/plans", new vn.dondoc.contracts.api.Page<>(List.of(s, next), null, 2L));
        for (var width : List.of(1280, 360)) {
            var page = signedInWithoutScripts(new Browser.NewContextOptions().setViewportSize(width, 800));
            page.navigate(Console.url() + "/plans/plan-1/closing");
            page.locator("input[name=all][value=move]").check();
            page.locator("select[name=target]").selectOption("plan-2");
            page.locator("#task-t-2 input[value=cancel]").check();
            page.locator("textarea[name=reason]").fill("Không còn nguồn lực");
            picture(page, "closing-" + width);
            page.locator("button[value=review]").click();
            assertThat(page.locator("h1")).hasText("Xem lại trước khi kết thúc");
            picture(page, "closing-review-" + width);
            page.locator("button[value=confirm]").click();
            assertThat(page.locator("[role=alert]")).containsText("Không tìm thấy");
            assertThat(page.locator("#task-t-2 input[value=cancel]")).isChecked();
            assertThat(Console.SERVICES.last("POST /api/plans/plan-1/closing").body()).contains("\"decision\":\"cancel\"", "\"target\":\"plan-2\"");
            if (width != 360) {
                context.close();
            }
        }
    }

    @Test
    void withoutScriptsThePathIsTheSame() {
        var page = signedInWithoutScripts(new Browser.NewContextOptions());
        page.navigate(Console.url() + "/");
        page.locator("#task-t-1").getByText("Ghi tiến độ").click();
        page.locator("textarea[name=note]").fill("Không cần mã lệnh");
        page.locator("#act form button").click();
        assertThat(page.locator("#messages")).containsText("Đã ghi tiến độ.");
        page.navigate(Console.url() + "/plans/drafts/d-1");
        page.locator("#tasks-r3").getByText("Đúng như vậy").click();
        assertThat(page.locator("#messages")).containsText("Đã lưu dòng này.");
        page.locator("#duties-d1 input").check();
        page.locator("#duties-form button[value=task-ongoing]").click();
        assertThat(page.locator("#messages")).containsText("Có thể hoàn tác.");
        assertThat(act()).contains("\"rows\":[\"d1\"]");
    }

    private static String act() {
        return Console.SERVICES.calls().stream().filter(call -> call.path().endsWith("/acts")).reduce((first, second) -> second).map(StandIn.Call::body).orElse("");
    }
}
