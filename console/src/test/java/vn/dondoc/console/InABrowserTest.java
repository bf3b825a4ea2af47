package vn.dondoc.console;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.contracts.api.Processes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What only a browser shows: accessibility, small screens, what scripts add, and that the content policy holds nothing back. */
class InABrowserTest {

    private static final List<String> PAGES = List.of(
            "/", "/tasks", "/tasks?workState=submitted", "/tasks/t-1?do=progress", "/tasks/t-1?do=completion", "/tasks/t-8?do=completion", "/tasks/t-9?do=reassignment",
            "/tasks/t-10?do=reopening", "/tasks/t-21", "/plans/plan-1/months", "/meeting", "/my-calendar", "/my-sessions", "/plans", "/plans/plan-1", "/plans/plan-1/comparison?draft=d-1",
            "/plans/import",
            "/plans/drafts/d-1", "/plans/drafts/d-1?edit=r2", "/plans/drafts/d-1/text", "/plans/drafts/d-1/parent", "/plans/plan-1/parent?q=k", "/plans/plan-1/closing", "/reports",
            "/directives", "/directives/new", "/directives/dir-1", "/proceedings?kind=meeting", "/proceedings?kind=inspection", "/proceedings/m-1", "/proceedings/new?kind=meeting",
            "/proceedings/m-1/edit", "/proceedings/i-1",
            "/reports/b-11", "/reports/b-9", "/reports/b-30", "/reports/b-32", "/reports/b-33", "/reports/rules/ru-1", "/reports/matters", "/reports/campaigns/campaign-1",
            "/reports/campaigns/new", "/reports/systems", "/reports/systems/new", "/reports/systems/system-1", "/reports/consolidated?rule=ru-1&period=2026-11", "/reports/consolidations", "/reports/consolidations/th-1", "/reports/consolidations/th-1?edit=results", "/reports/consolidations/th-2", "/reports/day?rule=ru-1&period=2026-11", "/targets", "/targets?standing=behind", "/targets/g-1", "/targets/g-2", "/targets/g-3", "/targets/workbook", "/inbox", "/dashboard/province", "/dashboard/communes/c1", "/dashboard/communes/c1/trend", "/dashboard/province?day=2026-11-01", "/dashboard/programmes", "/dashboard/programmes/dean06", "/dashboard/programmes/dean06/trend", "/settings/c1", "/settings/p", "/organisation?q=suoi", "/organisation/units/c1", "/organisation/units/p", "/organisation/units/u-t1", "/organisation/units/u-t1/new-position", "/organisation/new-commune", "/organisation/units/c1/villages", "/people/n-9", "/people/n-9/readings", "/my-data",
            "/organisation/positions/pos-9", "/organisation/bodies/b-1", "/organisation/bodies/b-2", "/organisation/units/c1/new-body", "/organisation/import", "/calendar/2026", "/calendar/2027", "/local/mails", "/operations", "/operations/deliveries", "/operations/deliveries/d-1", "/tasks/group-chat", "/audit", "/operations/task-service/dead-letters",
            "/operations/task-service/dead-letters/dondoc.dead-letters.task-service:3:17", "/no-such-page");

    private static Playwright playwright;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;

    @BeforeAll
    static void launch() {
        playwright = playwright();
        browser = launched(playwright);
    }

    /** Tests are left out where there is no Chromium. */
    static Playwright playwright() {
        assumeTrue(chromium().isPresent(), "no Chromium on PATH");
        return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static Browser launched(Playwright playwright) {
        return playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(chromium().orElseThrow())
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync")));
    }

    @AfterAll
    static void close() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void services() {
        everythingAnswers();
    }

    static void everythingAnswers() {
        Console.SERVICES.forget();
        Samples.everything(Console.SERVICES, Samples.standing());
        DeskPagesTest.answers(Console.SERVICES);
        DeliveryPagesTest.answers(Console.SERVICES);
        AuditPagesTest.answers(Console.SERVICES);
        LifeSamples.answers(Console.SERVICES);
        TimekeepingPagesTest.answers(Console.SERVICES);
        OrganisationPagesTest.answers(Console.SERVICES);
        PeoplePagesTest.answers(Console.SERVICES);
        ActSamples.answers(Console.SERVICES);
        UrgingSamples.answers(Console.SERVICES);
        ConsolidationSamples.answers(Console.SERVICES);
        RankingSamples.answers(Console.SERVICES);
    }

    @AfterEach
    void leave() {
        context.close();
    }

    @Test
    void everyPageIsAccessibleAndFitsASmallScreen() {
        var page = signedIn(360);
        var found = new ArrayList<String>();
        for (var path : PAGES) {
            page.navigate(Console.url() + path);
            for (var violation : new AxeBuilder(page).analyze().getViolations()) {
                found.add(path + ": " + violation.getId() + " at " + violation.getNodes().getFirst().getTarget());
            }
            var wider = ((Number) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")).intValue();
            if (wider > 0) {
                found.add(path + ": " + wider + " px wider than the screen");
            }
        }
        assertThat(found).isEmpty();
        assertThat(complaints).filteredOn(text -> !text.contains("404")).isEmpty();
    }

    @Test
    void whatIsOnItsWayIsShownAndTheWordsForAGroupChatAreCopied() {
        for (var width : List.of(1280, 360)) {
            var page = signedIn(width);
            for (var path : List.of("/operations/deliveries", "/operations/deliveries/d-1", "/reports/systems/system-1", "/reports/systems/system-1/edit", "/tasks/group-chat")) {
                page.navigate(Console.url() + path);
                picture(page, path.substring(1).replace('/', '-') + "-" + width);
            }
            page.locator("[data-copy]").click();
            assertThat(page.locator("#announce")).containsText("Đã sao chép.");
            assertThat(complaints).isEmpty();
            context.close();
        }
    }

    @Test
    void theWaysAtTheHeadDoNotLieOverTheName() {
        for (var width : List.of(1021, 1100, 1201, 1280)) {
            var page = signedIn(width);
            for (var language : List.of("vi", "en")) {
                var over = page.evaluate("() => { const tools = document.querySelector('.tools').getBoundingClientRect();"
                        + " return [...document.querySelectorAll('.nav a, .nav .count')].map(way => way.getBoundingClientRect())"
                        + ".filter(way => way.right > tools.left && way.bottom > tools.top && way.top < tools.bottom).length; }");
                assertThat(over).as(width + " " + language).isEqualTo(0);
                page.locator("form[action='/language'] button").first().click();
            }
            context.close();
        }
    }

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

        context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page = signIn(context.newPage());
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

    private static String act() {
        return Console.SERVICES.calls().stream().filter(call -> call.path().endsWith("/acts")).reduce((first, second) -> second).map(StandIn.Call::body).orElse("");
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

    @Test
    void theDirectoryIsKeptOnAPhoneAndOnADesk() {
        for (var width : List.of(1280, 360)) {
            var page = signedIn(width);
            page.navigate(Console.url() + "/organisation");
            assertThat(page.locator("h1")).hasText("Xã Mây Ngàn");
            picture(page, "organisation-commune-" + width);
            page.locator("main").getByText("Thôn Suối Đá").first().click();
            page.locator("summary:has-text('Chia tách')").click();
            page.locator("details[open] textarea[name=parts]").fill("Thôn Một\nThôn Hai");
            assertThat(page.locator("details[open] select[name=moves]").first()).isVisible();
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            picture(page, "organisation-unit-" + width);
            for (var other : Map.of("position", "/organisation/positions/pos-9", "body", "/organisation/bodies/b-1").entrySet()) {
                page.navigate(Console.url() + other.getValue());
                picture(page, "organisation-" + other.getKey() + "-" + width);
            }
            for (var preview : List.of(OrganisationPagesTest.broken(), OrganisationPagesTest.fine())) {
                Console.SERVICES.on("POST /api/organisation/import/workbooks", preview);
                page.navigate(Console.url() + "/organisation/import");
                page.locator("input[type=file]").setInputFiles(new FilePayload("danh-muc.xlsx", "application/octet-stream", new byte[] {1}));
                page.locator("form[enctype] button").click();
                assertThat(page.locator("#preview-title")).isVisible();
                assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
                assertThat(page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")).isEqualTo(true);
                picture(page, "organisation-preview-" + (preview.id() == null ? "broken-" : "fine-") + width);
            }
            assertThat(complaints).filteredOn(text -> !text.contains("422")).isEmpty();
            if (width != 360) {
                context.close();
            }
        }
    }

    @Test
    void lettersOfUrgingAndRulesOnAPhoneAndOnADesk() {
        for (var width : List.of(1280, 360)) {
            var page = signedIn(width);
            for (var path : List.of("/reports/consolidations", "/reports/consolidations/th-1", "/reports/consolidations/th-2", "/targets/indicators", "/targets/g-4", "/rankings", "/rankings/communes/c1", "/ranking-rule/p", "/urgings", "/urgings/new", "/urgings/cv-1", "/urgings/cv-2", "/gaps", "/urged/c1", "/message-templates?key=task.due-soon", "/inbox/preferences")) {
                page.navigate(Console.url() + path);
                assertThat(new AxeBuilder(page).analyze().getViolations()).as(path).isEmpty();
                assertThat(page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")).as(path).isEqualTo(true);
                picture(page, path.substring(1).replaceAll("\\W", "-") + "-" + width);
            }
            page.navigate(Console.url() + "/reminder-rules/c1");
            page.locator("details.card summary").first().click();
            page.locator("button[value=preview]").click();
            assertThat(page.locator("#preview-title")).isVisible();
            page.locator("details.card summary").first().click();
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            assertThat(page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")).isEqualTo(true);
            picture(page, "reminder-rules-" + width);
            assertThat(complaints).isEmpty();
            if (width != 360) {
                context.close();
            }
        }
    }

    @Test
    void theAuditIsSearchedOnAPhoneAndOnADesk() {
        for (var width : List.of(1280, 360)) {
            var page = signedIn(width);
            page.navigate(Console.url() + "/audit");
            page.locator(".audit-entry summary").first().click();
            assertThat(page.locator(".audit-changes ins").first()).hasText("15/12/2026");
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            assertThat(page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")).isEqualTo(true);
            picture(page, "audit-" + width);
            page.evaluate("() => { window.same = true; }");
            page.locator("select[name=type]").selectOption("ExtensionGranted");
            page.waitForURL("**/audit?*type=ExtensionGranted*");
            assertThat(page.evaluate("() => window.same")).isEqualTo(true);
            page.locator(".audit-entry").getByText("người 3f9a2c1e…").click();
            page.waitForURL("**/audit?person=3f9a2c1e77b04d5593aa0c12de45f001");
            assertThat(page.locator("input[name=person]")).hasValue("3f9a2c1e77b04d5593aa0c12de45f001");
            assertThat(complaints).isEmpty();
            if (width != 360) {
                context.close();
            }
        }
    }

    private static void paper(Page page, String name) {
        var folder = System.getProperty("dondoc.pictures");
        if (folder != null) {
            page.pdf(new Page.PdfOptions().setPath(Path.of(folder, name + ".pdf")).setFormat("A4").setPreferCSSPageSize(true));
        }
    }

    /** For people to look at, where a folder for pictures is named. */
    private void picture(Page page, String name) {
        var folder = System.getProperty("dondoc.pictures");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")).setFullPage(true));
            // Taking it puts a style into the page, which its policy refuses
            complaints.clear();
        }
    }

    @Test
    void filtersAnswerWithoutAReloadAndStayInTheAddress() {
        var page = signedIn(1280);
        page.navigate(Console.url() + "/tasks");
        page.evaluate("() => { window.same = true; }");
        page.locator("input[name=timeClass][value=overdue]").check();
        page.waitForURL("**/tasks?timeClass=overdue");
        assertThat(page.evaluate("() => window.same")).isEqualTo(true);
        assertThat(page.locator("#announce")).containsText("12 nhiệm vụ");
        page.goBack();
        assertThat(page.locator("h1")).hasText("Nhiệm vụ");
    }

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
    void withoutScriptsThePathIsTheSame() {
        context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        var page = signIn(context.newPage());
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

    @Test
    void aPlanIsClosedWithoutScripts() {
        var s = Samples.planSummary();
        var next = new vn.dondoc.contracts.api.Plans.PlanSummary(new vn.dondoc.contracts.id.PlanId("plan-2"), s.commune(), s.communeName(),
                "Kế hoạch chuyển đổi số của xã năm 2027", "9/KH-UBND", s.issuedOn(), 2027, s.publishedOn(), 4, 2, 1);
        Console.SERVICES.on("GET /api/plans", new vn.dondoc.contracts.api.Page<>(List.of(s, next), null, 2L));
        for (var width : List.of(1280, 360)) {
            context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(width, 800));
            var page = signIn(context.newPage());
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

    private Page signedIn(int width) {
        context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 800).setLocale("vi-VN"));
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        signIn(page);
        complaints.clear();
        return page;
    }

    static Page signIn(Page page) {
        page.navigate(Console.url() + "/sign-in");
        page.fill("#account", "xa1.thuongtruc");
        page.fill("#password", Console.PASSWORD);
        page.locator("form[action='/sign-in'] button").click();
        assertThat(page.locator("h1")).hasText("Việc của tôi");
        return page;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Path> chromium() {
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
