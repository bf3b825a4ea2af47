package vn.dondoc.console;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Processes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What people do with tasks, on a phone and on a desk, with scripts and without. */
class WorkInABrowserTest extends BrowserWalk {

    @Test
    void partsAndPeriodsAreAccessibleAndFitASmallScreen() {
        var page = signedIn(360);
        var shown = Map.of(
                "delegation", Samples.withParts(List.of("progress", "completion", "delegation")), "completion", Samples.occurrence(List.of("completion")),
                "nothing", Samples.series());
        shown.forEach((doing, task) -> {
            Console.SERVICES.on("GET /api/tasks/t-1", task);
            page.navigate(Console.url() + "/tasks/t-1?do=" + doing);
            assertThat(new AxeBuilder(page).analyze().getViolations()).as(doing).isEmpty();
            assertThat(page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")).as(doing).isEqualTo(true);
        });
        assertThat(complaints).isEmpty();
    }

    @Test
    void progressIsRecordedInTheListAndFocusAndWordsFollow() {
        var page = signedIn(1280);
        page.navigate(Console.url() + "/");
        var row = page.locator("#task-t-1");
        row.getByText("Ghi tiến độ").click();
        assertThat(row.getByRole(AriaRole.HEADING, new com.microsoft.playwright.Locator.GetByRoleOptions().setName("Ghi tiến độ"))).isFocused();
        row.locator("textarea").fill("Đã xong phần rà soát");
        row.locator("button").click();
        assertThat(page.locator("#announce")).containsText("Đã ghi tiến độ.");
        assertThat(page.locator("#task-t-1 form")).hasCount(0);
        assertThat(page.locator("#task-t-1 .item-title")).isFocused();
        assertThat(Console.SERVICES.last("POST /api/tasks/t-1/progress").body()).contains("Đã xong phần rà soát");
        assertThat(complaints).isEmpty();
    }

    @Test
    void figuresFitAPhoneAndAreToldWithoutScripts() {
        Console.SERVICES.on("GET /api/tasks/t-1", Samples.counted(List.of("progress", "completion")));
        var page = signedIn(360);
        page.navigate(Console.url() + "/tasks/t-1?do=progress");
        page.locator(".figure-rows summary").click();
        picture(page, "task-figures-360");
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        assertThat(((Number) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")).intValue()).isLessThanOrEqualTo(0);
        context.close();

        page = signedInWithoutScripts(new Browser.NewContextOptions());
        page.navigate(Console.url() + "/tasks/t-1?do=progress");
        assertThat(page.locator("[name='figures[0].value']")).isHidden();
        page.locator(".figure-rows summary").click();
        page.locator("textarea[name=note]").fill("Đã đo thêm");
        page.locator("[name='figures[1].value']").fill("abc");
        page.locator("#act form button").click();
        assertThat(page.locator("#act .notice.bad")).containsText("\"abc\" không phải là số");
        assertThat(page.locator("[name='figures[1].value']")).isVisible();
        assertThat(page.locator("[name='figures[1].value']")).hasValue("abc");
        picture(page, "task-figures-refused");
        page.locator("[name='figures[1].value']").fill("1.300,25");
        page.locator("#act form button").click();
        assertThat(page.locator("#messages")).containsText("Đã ghi tiến độ.");
        assertThat(Console.SERVICES.last("POST /api/tasks/t-1/progress").body()).contains("\"figures\":[{\"name\":\"Diện tích đã đo\",\"value\":1300.25,\"unit\":\"ha\"}]");
    }

    @Test
    void whatIsTickedIsReturnedForOneReason() {
        var process = new Processes.Process("p-1", "task-acts", "finished", 1, 0,
                List.of(new Processes.RefusedPart("t-6", "OWN_UNIT", "Đơn vị của anh/chị chủ trì nhiệm vụ này.")), Instant.EPOCH, Instant.EPOCH);
        Console.SERVICES.on("POST /api/tasks/acts", asked -> StandIn.json(201, process));
        var page = signedIn(1280);
        page.navigate(Console.url() + "/tasks?workState=submitted");
        page.locator("#task-t-6 input[name=task]").check();
        page.locator("#bulk summary").click();
        picture(page, "bulk-1280");
        page.locator("#bulk textarea").fill("Thiếu phụ lục");
        page.locator("#bulk button[value=return]").click();
        assertThat(page.locator(".notice.warn")).containsText("Đã thực hiện 0 trên 1 nhiệm vụ.");
        assertThat(page.locator(".notice.warn li")).containsText("Ban hành quy chế bảo đảm an toàn thông tin của xã: Đơn vị của anh/chị chủ trì");
        assertThat(page).hasURL(Console.url() + "/tasks?workState=submitted");
        assertThat(Console.SERVICES.last("POST /api/tasks/acts").body()).contains("\"act\":\"return\"", "[\"t-6\"]", "Thiếu phụ lục");
        assertThat(complaints).isEmpty();
    }

    @Test
    void explanationsAndSharesFitAndCanBeUsed() {
        var everything = Samples.shared(List.of(Samples.POLICE, Samples.CULTURE), List.of("completion", "explanation", "explanation-request", "conclusion-unit"));
        Console.SERVICES.on("GET /api/tasks/t-1", everything);
        for (var width : List.of(1280, 360)) {
            var page = signedIn(width);
            for (var form : List.of("completion", "explanation", "explanation-request", "conclusion-unit")) {
                page.navigate(Console.url() + "/tasks/t-1?do=" + form);
                assertThat(new AxeBuilder(page).analyze().getViolations()).as(form).isEmpty();
                assertThat(((Number) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")).intValue()).as(form).isLessThanOrEqualTo(0);
                picture(page, form + "-" + width);
            }
            page.navigate(Console.url() + "/");
            assertThat(page.locator("#explanations-title")).isVisible();
            picture(page, "owed-" + width);
            if (width == 1280) {
                context.close();
            }
        }
    }

    @Test
    void aRefusalIsShownWhereItHappened() {
        var page = signedIn(1280);
        page.navigate(Console.url() + "/");
        Console.SERVICES.refusing("POST /api/tasks/t-1/progress", 409, "TASK_SUBMITTED", "Việc này đang chờ nghiệm thu.");
        page.locator("#task-t-1").getByText("Ghi tiến độ").click();
        page.locator("#task-t-1 textarea").fill("Chữ không mất");
        page.locator("#task-t-1 form button").click();
        assertThat(page.locator("#messages [role=alert]")).containsText("Việc này đang chờ nghiệm thu.");
        assertThat(page.locator("#task-t-1 textarea")).hasValue("Chữ không mất");
    }

    @Test
    void thePageBeforeAMeetingPrintsAndAFileGoesWithARowOfTheList() {
        Console.SERVICES.on("GET /api/plans", new vn.dondoc.contracts.api.Page<>(List.of(Samples.planSummary(), Samples.conclusion()), null, 2L));
        var page = signedIn(1280);
        page.navigate(Console.url() + "/meeting");
        assertThat(page.locator("[data-print]")).isVisible();
        picture(page, "meeting-1280");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".top")).isHidden();
        assertThat(page.locator("[data-print]")).isHidden();
        paper(page, "meeting");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        for (var other : Map.of("months", "/plans/plan-1/months", "calendar", "/my-calendar", "evidence", "/tasks/t-21", "completion", "/tasks/t-1?do=completion", "list", "/tasks", "work", "/").entrySet()) {
            page.setViewportSize(1280, 800);
            page.navigate(Console.url() + other.getValue());
            picture(page, other.getKey() + "-1280");
            page.setViewportSize(360, 800);
            picture(page, other.getKey() + "-360");
        }
        page.navigate(Console.url() + "/meeting");
        picture(page, "meeting-360");
        page.navigate(Console.url() + "/");
        page.locator("#task-t-1").getByText("Báo đã xong").click();
        page.locator("#task-t-1 textarea").fill("Xong, kèm báo cáo");
        page.locator("#task-t-1 input[type=file]").setInputFiles(new FilePayload("bao-cao.pdf", "application/pdf", "%PDF-1.7".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        page.locator("#task-t-1 form button").click();
        page.waitForCondition(() -> Console.SERVICES.wasAsked("POST /api/tasks/t-1/completion"));
        assertThat(Console.SERVICES.last("POST /api/tasks/t-1/files").body()).contains("bao-cao.pdf", "%PDF-1.7");
        assertThat(Console.SERVICES.last("POST /api/tasks/t-1/completion").body()).contains("\"files\":[\"f-1\"]");
        assertThat(complaints).isEmpty();
    }

    private static void paper(Page page, String name) {
        var folder = System.getProperty("dondoc.pictures");
        if (folder != null) {
            page.pdf(new Page.PdfOptions().setPath(Path.of(folder, name + ".pdf")).setFormat("A4").setPreferCSSPageSize(true));
        }
    }

    @Test
    void manyAreChosenAtOnceBySearchAndAll() {
        for (var width : List.of(1280, 360)) {
            var page = signedIn(width);
            page.navigate(Console.url() + "/directives/new");
            page.locator("[data-pick-search]").fill("dong bai 1");
            assertThat(page.locator(".addressees .checks .choice:visible")).hasCount(12);
            page.locator("[data-pick-all]").check();
            page.locator("[data-pick-search]").fill("");
            assertThat(page.locator(".addressees .checks input:checked")).hasCount(12);
            assertThat(page.locator("[data-pick-count]")).hasText("12");
            page.locator("textarea[name=content]").fill("Rà soát đường truyền");
            picture(page, "directive-form-" + width);
            page.locator("main form button.primary").click();
            assertThat(page.locator("h1")).containsText("Rà soát đường truyền");
            picture(page, "directive-" + width);
            assertThat(Console.SERVICES.last("POST /api/directives").body().split("u-thon-", -1)).hasSize(13);
            for (var path : Map.of("directives", "/directives", "meeting-list", "/proceedings?kind=meeting", "meeting-one", "/proceedings/m-1",
                    "meeting-form", "/proceedings/new?kind=meeting", "before-meeting", "/meeting").entrySet()) {
                page.navigate(Console.url() + path.getValue());
                picture(page, path.getKey() + "-" + width);
            }
            if (width != 360) {
                context.close();
            }
        }
        assertThat(complaints).isEmpty();
    }
}
