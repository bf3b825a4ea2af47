package vn.dondoc.console;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.provider.TestProvider;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The ways in, as people go them: through the provider, by an invitation and a code, and out everywhere. No page of them needs a script. */
class DoorsInABrowserTest extends InChromium {

    @BeforeAll
    static void open() {
        Console.url();
        TestProvider.start(Console.ISSUER, Console.settings());
    }

    @BeforeEach
    void services() {
        Console.SERVICES.forget();
        Samples.everything(Console.SERVICES, Samples.standing());
        Console.SERVICES.on("POST /api/people/me/acceptance", Map.of("person", "n-78", "name", "Bùi Văn Thôn", "positions", List.of(Map.of("title", "Trưởng thôn", "unitName", "Thôn Một"))));
        Console.SERVICES.on("POST /api/notifications/codes", Map.of("channel", "sms"));
        Console.SERVICES.on("POST /api/people/invitations/opened", Map.of("invitation", "i-1", "person", "n-78", "positionTitle", "Trưởng thôn Một", "unitName", "Thôn Một",
                "communeName", "Xã Vân Khánh", "contactMasked", "•••• 678"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anInvitedVillageHeadComesInWithACodeOnAPhone(boolean scripts) {
        try (var context = phone(scripts)) {
            var page = context.newPage();
            page.navigate(Console.url() + "/invitation/secret-of-the-link");
            fits(page, "invitation", scripts);
            page.locator("form[action$='/code'] button").click();
            assertThat(page.locator("h1")).hasText("Nhập mã");
            fits(page, "code-enter", scripts);
            await().atMost(Duration.ofSeconds(10)).until(() -> Console.SERVICES.wasAsked("POST /api/notifications/codes"));
            page.fill("#code", EventJson.mapper().readTree(Console.SERVICES.last("POST /api/notifications/codes").body()).get("code").stringValue());
            page.locator("form[action='/sign-in/code/enter'] button").click();
            assertThat(page.locator("h1")).hasText("Việc của tôi");
            assertThat(page.locator(".me-name")).hasText("Bùi Văn Thôn");
        }
    }

    @Test
    void whoeverIsKnownComesInThroughTheProviderAndGoesOutEverywhere() {
        Console.SERVICES.on("POST /api/people/identified", Map.of("person", "n-78"));
        try (var desk = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 800)); var phone = phone(true)) {
            var page = through(desk.newPage(), "lan");
            assertThat(page.locator("h1")).hasText("Việc của tôi");
            var other = through(phone.newPage(), "lan");
            assertThat(other.locator("h1")).hasText("Việc của tôi");
            other.navigate(Console.url() + "/my-sessions");
            fits(other, "my-sessions", true);
            assertThat(other.locator(".sessions li")).hasCount(2);
            other.locator("form[action='/my-sessions/end'] button").click();
            assertThat(other.locator("h1")).hasText("Đăng nhập");
            page.navigate(Console.url() + "/");
            assertThat(page).hasURL(Console.url() + "/sign-in");
        }
    }

    @Test
    void whoeverIsKnownToNobodyIsToldWhatToDo() {
        Console.SERVICES.refusing("POST /api/people/identified", 404, "NOT_FOUND", "Không tìm thấy.");
        try (var context = phone(true)) {
            var page = context.newPage();
            page.navigate(Console.url() + "/sign-in");
            fits(page, "sign-in", true);
            through(page, "stranger");
            assertThat(page.locator("h1")).hasText("Tài khoản này chưa gắn với ai");
            fits(page, "unknown", true);
            page.navigate(Console.url() + "/");
            assertThat(page).hasURL(Console.url() + "/sign-in");
        }
    }

    @Test
    void afterAWrongPasswordTheAccountStands() {
        try (var context = phone(true)) {
            var page = context.newPage();
            page.navigate(Console.url() + "/sign-in");
            page.fill("#account", "xa1.thuongtruc");
            page.fill("#password", "wrong");
            page.locator("form[action='/sign-in'] button").click();
            assertThat(page.locator("[role=alert]")).containsText("không đúng");
            assertThat(page.locator("#account")).hasValue("xa1.thuongtruc");
        }
    }

    private static BrowserContext phone(boolean scripts) {
        return browser.newContext(new Browser.NewContextOptions().setViewportSize(360, 740).setLocale("vi-VN").setJavaScriptEnabled(scripts));
    }

    private static Page through(Page page, String account) {
        page.navigate(Console.url() + "/sign-in");
        page.locator("a[href='/oauth2/authorization/provider']").click();
        page.fill("#username", account);
        page.fill("#password", "password");
        page.locator("button[type=submit]").click();
        return page;
    }

    private static void fits(Page page, String name, boolean scripts) {
        if (scripts) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/doors-" + name + ".png")).setFullPage(true));
            assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
            assertThat(page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")).as(name).isEqualTo(true);
        }
    }
}
