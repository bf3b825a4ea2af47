package vn.dondoc.console;

import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Dashboards;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Dashboards, targets and reports: what is drawn, what follows by itself, what is kept while it is written. */
class FiguresInABrowserTest extends BrowserWalk {

    @Test
    void figuresOfThePastAreDrawnAndLeadToTheirDays() {
        for (var width : List.of(1280, 360)) {
            var page = signedIn(width);
            page.navigate(Console.url() + "/dashboard/communes/c1");
            picture(page, "dashboard-" + width);
            page.navigate(Console.url() + "/dashboard/programmes");
            picture(page, "programmes-" + width);
            page.locator("#line-dean06").click();
            picture(page, "programme-" + width);
            page.locator("#line-c1").click();
            assertThat(page.locator("#card-overdue")).hasAttribute("href", "/tasks?programme=dean06&commune=c1&timeClass=overdue");
            picture(page, "programme-in-commune-" + width);
            page.navigate(Console.url() + "/dashboard/communes/c1");
            page.locator("#trend").click();
            assertThat(page.locator(".chart canvas")).hasCount(1);
            assertThat(page.locator("#points tbody tr")).hasCount(12);
            picture(page, "dashboard-trend-" + width);
            Console.SERVICES.on("GET /api/dashboards/communes/c1", Samples.then(Samples.commune(), LocalDate.of(2025, 12, 31)));
            page.locator("#points a").first().click();
            assertThat(page.locator(".notice")).containsText("31/12/2025");
            picture(page, "dashboard-then-" + width);
            Console.SERVICES.on("GET /api/dashboards/communes/c1", Samples.commune());
            assertThat(complaints).isEmpty();
            if (width != 360) {
                context.close();
            }
        }
    }

    @Test
    void anOpenDashboardFollowsWhatHappens() throws InterruptedException {
        var happened = new CountDownLatch(1);
        Console.SERVICES.on("GET /api/dashboards/changes", call -> {
            await(happened);
            return new StandIn.Answer(200, "text/event-stream", "event: changed\ndata: {\"commune\":\"c1\"}\n\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        });
        var page = signedIn(1280);
        page.navigate(Console.url() + "/dashboard/communes/c1");
        assertThat(page.locator("#card-overdue strong")).hasText("5");
        assertThat(page.locator(".chart canvas")).hasCount(1);
        page.evaluate("() => { window.same = true; }");
        page.locator("#card-overdue").focus();
        var was = Samples.commune();
        var fewer = new Dashboards.TaskFigures(4, 1, 4, 2, 4, 1, 2, 3, 1, 2, 1, 16);
        Console.SERVICES.on("GET /api/dashboards/communes/c1", new Dashboards.Dashboard(was.id(), was.name(), was.asOf(), fewer, was.reports(), was.targets(), was.rates(), was.lines(), was.plans(), was.money(), null, was.ages(), was.withoutPlan()));
        happened.countDown();
        assertThat(page.locator("#card-overdue strong")).hasText("4");
        assertThat(page.locator("#announce")).containsText("Số liệu vừa được cập nhật.");
        assertThat(page.locator("#card-overdue")).isFocused();
        assertThat(page.evaluate("() => window.same")).isEqualTo(true);
        assertThat(page.locator(".chart canvas")).hasCount(1);
        assertThat(complaints).isEmpty();
    }

    @Test
    void aTargetIsMeasuredAndItsFiguresAreDrawn() {
        for (var width : List.of(1280, 360)) {
            var page = signedIn(width);
            page.navigate(Console.url() + "/targets");
            picture(page, "targets-" + width);
            page.navigate(Console.url() + "/targets/g-1");
            assertThat(page.locator(".chart canvas")).hasCount(1);
            picture(page, "target-" + width);
            page.locator("#enter input[name=value]").first().fill("81,5");
            page.locator("#enter form button").first().click();
            assertThat(page.locator("#messages")).containsText("Đã ghi số liệu.");
            assertThat(Console.SERVICES.last("POST /api/targets/g-1/measurement").body()).contains("\"value\":81.5");
            page.navigate(Console.url() + "/targets/g-2");
            assertThat(page.locator("#rows tbody tr")).hasCount(4);
            picture(page, "target-share-" + width);
            page.navigate(Console.url() + "/targets/g-3");
            picture(page, "target-proposal-" + width);
            Console.SERVICES.on("POST /api/targets/workbooks", TargetSamples.fine());
            page.navigate(Console.url() + "/targets");
            page.locator("main a[href^='/targets/workbook']").click();
            page.locator("input[type=file]").setInputFiles(new FilePayload("so-lieu.xlsx", "application/octet-stream", new byte[] {1}));
            page.locator("form[enctype] button.primary").click();
            assertThat(page.locator("form[action='/targets/workbook/wb-7'] button.primary")).isVisible();
            picture(page, "figures-" + width);
            page.navigate(Console.url() + "/settings/c1");
            picture(page, "settings-decider-" + width);
            page.navigate(Console.url() + "/plans/plan-1");
            picture(page, "plan-targets-" + width);
            page.navigate(Console.url() + "/dashboard/communes/c1");
            picture(page, "board-targets-" + width);
            page.navigate(Console.url() + "/");
            picture(page, "my-work-targets-" + width);
            if (width != 360) {
                context.close();
            }
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void aSectionIsKeptWhileItIsWrittenAndASecondWriterIsShownBothTexts() {
        var page = signedIn(360);
        page.navigate(Console.url() + "/reports/b-30");
        page.fill("textarea[name=results]", "Bản mới");

        assertThat(page.locator(".section-state [role=status]")).hasText("Đã lưu nháp.");
        assertThat(Console.SERVICES.last("POST /api/reports/b-30/sections/results").header("If-Match")).isEqualTo("\"3\"");
        assertThat(page.locator("input[name=v-results]")).hasValue("4");

        Console.SERVICES.refusing("POST /api/reports/b-30/sections/results", 412, "VERSION_CHANGED", "Đã đổi.");
        page.fill("textarea[name=results]", "Bản mới, viết tiếp");
        assertThat(page.locator(".two-texts")).containsText("Bản nháp mới.");
        assertThat(page.locator("textarea[name=results]")).hasValue("Bản mới, viết tiếp");
        assertThat(complaints).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
