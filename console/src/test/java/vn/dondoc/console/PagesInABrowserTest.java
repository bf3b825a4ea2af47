package vn.dondoc.console;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What only a browser shows of all pages and of those of the organisation: accessibility, small screens, and that the content policy holds nothing back. */
class PagesInABrowserTest extends BrowserWalk {

    private static final List<String> PAGES = List.of(
            "/", "/tasks", "/tasks?workState=submitted", "/tasks/t-1?do=progress", "/tasks/t-1?do=completion", "/tasks/t-8?do=completion", "/tasks/t-9?do=reassignment",
            "/tasks/t-10?do=reopening", "/tasks/t-21", "/plans/plan-1/months", "/meeting", "/my-calendar", "/my-sessions", "/plans", "/plans/plan-1", "/plans/plan-1/comparison?draft=d-1",
            "/plans/import",
            "/plans/drafts/d-1", "/plans/drafts/d-1?edit=r2", "/plans/drafts/d-1/text", "/plans/drafts/d-1/parent", "/plans/plan-1/parent?q=k", "/plans/plan-1/closing", "/reports",
            "/directives", "/directives/new", "/directives/dir-1", "/proceedings?kind=meeting", "/proceedings?kind=inspection", "/proceedings/m-1", "/proceedings/new?kind=meeting",
            "/proceedings/m-1/edit", "/proceedings/i-1",
            "/reports/b-11", "/reports/b-9", "/reports/b-30", "/reports/b-32", "/reports/b-33", "/reports/rules/ru-1", "/reports/matters", "/reports/campaigns/campaign-1",
            "/reports/campaigns/new", "/reports/systems", "/reports/systems/new", "/reports/systems/system-1", "/reports/consolidated?rule=ru-1&period=2026-11", "/reports/consolidations", "/reports/consolidations/th-1", "/reports/consolidations/th-1?edit=results", "/reports/consolidations/th-2", "/reports/day?rule=ru-1&period=2026-11", "/targets", "/targets?standing=behind", "/targets/g-1", "/targets/g-2", "/targets/g-3", "/targets/workbook", "/inbox", "/dashboard/province", "/dashboard/communes/c1", "/dashboard/communes/c1/trend", "/dashboard/province?day=2026-11-01", "/dashboard/programmes", "/dashboard/programmes/dean06", "/dashboard/programmes/dean06/trend", "/settings/c1", "/settings/p", "/organisation?q=suoi", "/organisation/units/c1", "/organisation/units/p", "/organisation/units/u-t1", "/organisation/units/u-t1/new-position", "/organisation/new-commune", "/organisation/units/c1/villages", "/people/n-9", "/people/n-9/readings", "/my-data",
            "/organisation/positions/pos-9", "/organisation/bodies/b-1", "/organisation/bodies/b-2", "/organisation/units/c1/new-body", "/organisation/import", "/calendar/2026", "/calendar/2027", "/local/mails", "/operations", "/operations/deliveries", "/operations/deliveries/d-1", "/tasks/group-chat", "/audit", "/rankings", "/rankings/communes/c1", "/operations/task-service/dead-letters",
            "/operations/task-service/dead-letters/dondoc.dead-letters.task-service:3:17", "/no-such-page");

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
}
