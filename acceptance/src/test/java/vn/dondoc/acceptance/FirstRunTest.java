package vn.dondoc.acceptance;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * From an empty installation to the first published plan of a commune, in Chromium: set-up, commune from a template, villages from a list, a
 * document whose unknown units are made in one step, an invitation.
 */
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstRunTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern TOKEN = Pattern.compile("setup token:\\s+(\\S+)");

    private final LocalInstallation installation = new LocalInstallation();
    private Browser browser;
    private String token;

    @BeforeAll
    void up() {
        var up = installation.run("up", "--no-build", "--empty").orFail();
        assertThat(up.output()).contains("/setup");
        var printed = TOKEN.matcher(up.output());
        assertThat(printed.find()).isTrue();
        token = printed.group(1);
        browser = new Browser(installation.status().get("console").asString());
    }

    @AfterAll
    void down() {
        browser.close();
        installation.close();
    }

    @Test
    void from_nothing_to_the_first_plan() {
        var page = browser.visitor(1280);
        page.navigate("/");
        assertThat(page.url()).endsWith("/setup");
        looked(page, "first-1-setup");
        page.fill("[name=token]", token);
        page.fill("[name=provinceName]", "Tỉnh Hải Lâm");
        page.fill("[name=provinceCode]", "hai-lam");
        page.fill("[name=name]", "Lương Thị Hà");
        page.fill("[name=phone]", "0912 345 678");
        page.click("form[action$='/setup'] button");
        page.waitForURL("**/organisation/new-commune");
        looked(page, "first-2-commune");
        page.fill("main [name=name]", "Xã Vân Khánh");
        page.click("form[action$='/new-commune'] button");
        page.waitForURL("**/villages");
        page.fill("[name=text]", "1. Thôn Bến Trên\n2. Thôn Bến Dưới\n3. Bãi Dâu\nThôn Bến Trên");
        page.click("button[value=look]");
        assertThat(page.locator("main").textContent()).contains("Sẽ thêm 3 đơn vị", "Ghi hai lần", "Thôn Bãi Dâu");
        looked(page, "first-3-villages");
        page.click("button[value=write]");
        page.waitForURL("**/organisation/units/*");
        assertThat(page.locator("main").textContent()).contains("Thôn Bãi Dâu", "Phòng Kinh tế", "Ban Chỉ đạo chuyển đổi số xã Vân Khánh");
        looked(page, "first-4-directory");
        var commune = page.url();

        await().atMost(LIMIT).untilAsserted(() -> {
            page.navigate("/plans/import");
            assertThat(page.locator("select[name=commune] option:checked").textContent()).as("the only commune is chosen").isEqualTo("Xã Vân Khánh");
        });
        looked(page, "first-5-import");
        page.setInputFiles("input[name=file]", new FilePayload("ke-hoach.txt", "text/plain", document().getBytes(StandardCharsets.UTF_8)));
        page.click("form[enctype] button.primary");
        page.waitForURL("**/plans/drafts/*");
        page.click("#new-units > summary");
        looked(page, "first-6-unknown-units");
        page.locator("#new-units input[name=pick]").all().forEach(box -> box.check());
        page.click("button[value=create-all]");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(page.locator("#names").count()).as("every name is settled").isZero());
        if (page.locator("#duties-form button[value=rest-watched]").count() > 0) {
            page.click("#duties-form button[value=rest-watched]");
            await().atMost(LIMIT).untilAsserted(() -> assertThat(page.locator("#duties-form").count()).isZero());
        }
        page.click("form[action$='/publication'] button");
        page.waitForURL(url -> url.contains("/plans/") && !url.contains("/drafts/"));
        assertThat(page.locator("main").textContent()).contains("Lắp bảng chỉ dẫn", "Tổ chuyển đổi số cộng đồng");
        looked(page, "first-7-plan");

        page.navigate(commune);
        page.locator("main tbody a").first().click();
        page.waitForURL("**/organisation/positions/*");
        page.fill("#invitation [name=name]", "Trần Văn Khoa");
        page.fill("#invitation [name=phone]", "0987 654 321");
        looked(page, "first-8-invitation");
        page.click("#invitation button");
        page.waitForURL("**/organisation/units/*");
        await().atMost(LIMIT).untilAsserted(() -> {
            page.navigate(commune);
            assertThat(page.locator("main").textContent()).contains("Trần Văn Khoa");
        });
        page.navigate("/my-data");
        assertThat(page.inputValue("main [name=name]")).isEqualTo("Lương Thị Hà");
        looked(page, "first-9-my-data");
    }

    /** At the desk and on a phone. */
    private static void looked(Page page, String name) {
        Browser.picture(page, name);
        var violations = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa")).analyze().getViolations();
        assertThat(violations).as("accessibility of " + page.url()).isEmpty();
        page.setViewportSize(360, 800);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as("width of " + page.url()).isLessThanOrEqualTo(360);
        Browser.picture(page, name + "-360");
        page.setViewportSize(1280, 900);
    }

    private static String document() {
        return """
                ỦY BAN NHÂN DÂN
                XÃ VÂN KHÁNH
                Số: 12/KH-UBND
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Vân Khánh, ngày 05 tháng 11 năm 2026

                KẾ HOẠCH
                Chuyển đổi số năm 2026

                I. NHIỆM VỤ
                1. Lắp bảng chỉ dẫn tại điểm tiếp dân
                - Cơ quan chủ trì: Tổ chuyển đổi số cộng đồng.
                - Thời gian hoàn thành: 20/12/2026.
                2. Mở lớp hướng dẫn dùng dịch vụ công
                - Cơ quan chủ trì: Đội Thanh niên tình nguyện.
                - Cơ quan phối hợp: Phòng Kinh tế.
                - Thời gian hoàn thành: 25/12/2026.

                Nơi nhận:
                - Lưu: VT.
                """;
    }
}
