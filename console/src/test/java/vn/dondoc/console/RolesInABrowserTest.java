package vn.dondoc.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.ProgrammeScope;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What whoever signs in finds, by role: no way that would end in a refusal, and none missing. */
class RolesInABrowserTest extends InChromium {

    @BeforeEach
    void services() {
        Console.SERVICES.forget();
        Samples.everything(Console.SERVICES, Samples.standing());
        TimekeepingPagesTest.answers(Console.SERVICES);
        OrganisationPagesTest.answers(Console.SERVICES);
        ActSamples.answers(Console.SERVICES);
        Console.SERVICES.on("GET /api/organisation/me", call -> StandIn.json(200, me(call.header("Authorization"))));
    }

    @ParameterizedTest
    @CsvSource({
        "province-administrator, operations settings",
        "province-standing, settings directive proceeding",
        "province-viewer, ''",
        "inspection, ''",
        "commune-administrator, settings import",
        "commune-leader, settings meeting directive proceeding",
        "commune-standing, settings meeting import directive proceeding",
        "unit-head, directive",
        "officer, ''",
        "village-head, ''",
        "programme, meeting",
    })
    void everyRoleFindsTheWaysThatAreOpenToIt(String role, String ways) {
        try (var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 800).setLocale("vi-VN"))) {
            var page = signedIn(context.newPage(), role);
            var found = new TreeSet<String>();
            add(page, found, "operations", "a[href='/operations']");
            add(page, found, "settings", "a[href='/settings']");
            add(page, found, "meeting", "a[href='/meeting']");
            assertThat(page.locator("a[href='/organisation']")).hasCount(1);
            page.navigate(Console.url() + "/plans");
            add(page, found, "import", "a[href='/plans/import']");
            page.navigate(Console.url() + "/directives");
            add(page, found, "directive", "a[href='/directives/new']");
            page.navigate(Console.url() + "/proceedings?kind=meeting");
            add(page, found, "proceeding", "a[href^='/proceedings/new']");
            assertThat(found).isEqualTo(ways.isEmpty() ? Set.of() : Set.of(ways.split(" ")));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PROVINCE_ADMINISTRATOR", "PROVINCE_STANDING", "PROVINCE_VIEWER", "COMMUNE_LEADER", "INSPECTION", "OFFICER"})
    void theFiguresOfTheProvinceAreForThoseOfTheProvince(Role role) {
        try (var context = browser.newContext(new Browser.NewContextOptions().setLocale("vi-VN"))) {
            var page = signedIn(context.newPage(), role.code());
            page.navigate(Console.url() + "/dashboard");
            assertThat(page.url()).endsWith(role.name().startsWith("PROVINCE") ? "/dashboard/province" : "/dashboard/communes/c1");
        }
    }

    @Test
    void depthAndScopeAreSetInTheirForms() {
        try (var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(360, 800).setLocale("vi-VN"))) {
            var page = signedIn(context.newPage(), "province-administrator");
            page.navigate(Console.url() + "/settings/p");
            assertThat(page.locator("select[name=depth] option")).hasCount(4);
            picture(page, "depth-360");
            page.navigate(Console.url() + "/organisation/positions/pos-9");
            assertThat(page.locator("input[name=reads], input[name=writes]")).hasCount(2);
            picture(page, "scope-360");
            assertThat(page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")).isEqualTo(true);
        }
    }

    private static void picture(Page page, String name) {
        var folder = System.getProperty("dondoc.pictures");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")).setFullPage(true));
        }
    }

    private static void add(Page page, Set<String> found, String way, String selector) {
        if (page.locator(selector).count() > 0) {
            found.add(way);
        }
    }

    private static Page signedIn(Page page, String role) {
        page.navigate(Console.url() + "/sign-in");
        page.fill("#account", "role." + role);
        page.fill("#password", Console.PASSWORD);
        page.locator("form[action='/sign-in'] button").click();
        assertThat(page.locator("h1")).hasText("Việc của tôi");
        return page;
    }

    /** The position of whoever the token is of. */
    private static Organisation.Me me(String authorization) {
        var claims = new String(Base64.getUrlDecoder().decode(authorization.split("\\.")[1]), StandardCharsets.UTF_8);
        var person = EventJson.mapper().readTree(claims).get("sub").stringValue();
        var scope = person.equals("role-programme") ? new ProgrammeScope("Đề án 06", "Đề án 06") : null;
        var role = scope == null ? Coded.of(Role.class, person.replaceFirst("^role-", "")).orElseThrow() : Role.COMMUNE_STANDING;
        var unit = role.name().startsWith("PROVINCE")
                ? new Organisation.UnitView(new UnitId("d1"), "Sở Khoa học và Công nghệ", UnitKind.DEPARTMENT, Samples.PROVINCE, null, null, true)
                : Samples.unit(Samples.OFFICE, "Văn phòng HĐND và UBND", UnitKind.OFFICE);
        return new Organisation.Me(new PersonId(person), java.util.List.of(new Organisation.PositionView(new PositionId("pos-" + person), "Chức danh", role, unit, false, scope)));
    }
}
