package vn.dondoc.acceptance;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The path as people walk it, in Chromium, on an installation that {@code deploy/local/up} made: a document goes in, is corrected and
 * published; an officer opens the task and records progress; the clock passes the deadline; officer and standing unit are told, in the
 * inbox and by e-mail; a report is sent; the dashboards change without a reload.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholePathTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String TITLE = "Lắp đặt bảng chỉ dẫn tại điểm tiếp dân";
    private static final String UNKNOWN = "Tổ sáng kiến thử nghiệm";

    private final LocalInstallation installation = new LocalInstallation();
    private Browser browser;
    private String password;
    private Page standing;
    private Page officer;
    private Page province;

    @BeforeAll
    void upAndSignedIn() {
        var up = installation.run("up", "--no-build").orFail();
        assertThat(up.output()).contains("http://127.0.0.1:", "xa2.thuongtruc");
        password = installation.read("secrets/demo-password");
        browser = new Browser(installation.status().get("console").asString());
        standing = browser.signedIn("xa2.thuongtruc", password, 1280);
        officer = browser.signedIn("xa2.kinhte", password, 360);
        province = browser.signedIn("tinh.thuongtruc", password, 1280);
    }

    @AfterAll
    void down() {
        browser.close();
        installation.run("clock", "real");
        installation.close();
    }

    @Test
    @Order(1)
    void a_document_becomes_a_draft_whose_doubts_are_settled_and_then_a_plan() {
        standing.navigate("/plans/import");
        standing.setInputFiles("input[name=file]", new FilePayload("ke-hoach-thu.txt", "text/plain", document().getBytes(StandardCharsets.UTF_8)));
        standing.click("form[enctype] button.primary");
        standing.waitForURL("**/plans/drafts/*");
        assertThat(standing.content()).contains(TITLE, UNKNOWN);
        Browser.picture(standing, "draft");
        assertAccessible(standing);

        standing.click("form[action$='/publication'] button");
        assertThat(standing.locator("main").textContent()).as("an unknown unit is asked about").contains(UNKNOWN);
        var doubt = standing.locator(".review", new Page.LocatorOptions().setHasText("Rà soát danh sách hộ sử dụng")).first();
        doubt.getByText("Sửa").first().click();
        var lead = standing.locator(".review select[name=lead]").first();
        lead.selectOption(new SelectOption().setLabel("Phòng Kinh tế"));
        standing.locator(".review form.stack button.primary, .review form.stack .actions button").first().click();
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(standing.locator(".review select[name=lead]").count()).as("the row is no longer edited").isZero();
            assertThat(standing.getByText("chưa rõ đơn vị").count()).as("its unit is known").isZero();
        });

        standing.click("#duties-form button[value=rest-watched]");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(standing.locator("#duties-form").count()).as("nothing is left undecided").isZero());
        standing.click("form[action$='/publication'] button");
        assertThat(standing.url()).as(standing.locator("main").textContent()).contains("/plans/").doesNotContain("/drafts/");
        assertThat(standing.locator("main").textContent()).contains(TITLE);
        Browser.picture(standing, "plan");
    }

    @Test
    @Order(2)
    void the_officer_opens_the_task_which_acknowledges_it_and_records_progress() {
        await().atMost(LIMIT).untilAsserted(() -> {
            officer.navigate("/");
            assertThat(officer.locator("main").textContent()).contains(TITLE);
        });
        assertThat(item(officer).textContent()).contains("Chưa mở");
        assertThat(officer.locator("main .notice.bad").count()).as("nothing on the page failed").isZero();
        Browser.picture(officer, "my-work-360");
        assertAccessible(officer);
        item(officer).locator("h3 a").click();
        officer.waitForURL("**/tasks/*");
        officer.navigate("/");
        assertThat(item(officer).textContent()).doesNotContain("Chưa mở");

        item(officer).locator(".item-actions a").first().click();
        officer.locator("textarea[name=note]").first().fill("Đã đặt làm 12 bảng, chờ lắp.");
        officer.locator("form.act-form button.primary").first().click();
        await().atMost(LIMIT).untilAsserted(() -> {
            officer.navigate("/");
            assertThat(item(officer).textContent()).contains("Đang");
        });
        item(officer).locator("h3 a").click();
        officer.waitForURL("**/tasks/*");
        assertThat(officer.locator("main").textContent()).contains("Đã đặt làm 12 bảng, chờ lắp.");
        Browser.picture(officer, "task-360");
    }

    @Test
    @Order(3)
    void past_its_deadline_it_is_overdue_at_once_on_a_dashboard_that_nobody_reloads() {
        province.navigate("/dashboard/province");
        var overdue = province.locator("#card-overdue strong");
        var before = Integer.parseInt(overdue.textContent().strip());
        Browser.picture(province, "dashboard-province");
        assertAccessible(province);

        installation.run("clock", "+40d").orFail();

        await().atMost(LIMIT).untilAsserted(() -> assertThat(Integer.parseInt(province.locator("#card-overdue strong").textContent().strip()))
                .isGreaterThan(before));
        Browser.picture(province, "dashboard-province-overdue");
    }

    @Test
    @Order(4)
    void the_unit_and_the_standing_unit_are_told_in_the_inbox_and_by_mail() {
        for (var person : List.of(officer, standing)) {
            await().atMost(LIMIT).untilAsserted(() -> {
                person.navigate("/inbox");
                assertThat(overdueMessages(person).count()).isPositive();
            });
        }
        Browser.picture(standing, "inbox");
        assertAccessible(standing);
        for (var mailbox : List.of("kinhte.cv@doisuong.havan.example", "vanhoaxahoi@doisuong.havan.example")) {
            await().atMost(LIMIT).untilAsserted(() -> {
                standing.navigate("/local/mails?to=" + mailbox);
                assertThat(standing.locator("main").textContent()).contains(TITLE);
            });
        }
    }

    @Test
    @Order(5)
    void a_report_is_sent_and_counts() {
        var commune = browser.signedIn("xa2.chutich", password, 1280);
        commune.navigate("/dashboard");
        var before = sent(commune);
        await().atMost(LIMIT).untilAsserted(() -> {
            officer.navigate("/reports?mine=true");
            assertThat(officer.locator("main .item-actions a").count()).isPositive();
        });
        officer.locator("main .item-actions a").first().click();
        officer.locator("textarea[name=results]").fill("Đã lắp 12 bảng chỉ dẫn tại 3 điểm.");
        officer.locator("form[action$='/submission'] button.primary").click();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(officer.locator("main").textContent()).contains("Đã lắp 12 bảng chỉ dẫn tại 3 điểm."));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(sent(commune)).isGreaterThan(before));
    }

    @Test
    @Order(6)
    void a_part_that_was_killed_is_started_again_by_up_and_the_data_are_there() {
        var task = pid("task-service");
        ProcessHandle.of(task).orElseThrow().destroyForcibly();
        await().atMost(LIMIT).until(() -> installation.run("status").status() != 0);

        installation.run("up", "--no-build").orFail();

        assertThat(pid("task-service")).isNotEqualTo(task);
        assertThat(installation.run("status").status()).isZero();
        officer.navigate("/");
        assertThat(officer.locator("main").textContent()).contains(TITLE);
    }

    @Test
    @Order(7)
    void wrong_input_gets_a_sentence() {
        standing.navigate("/plans/import");
        standing.setInputFiles("input[name=file]", new FilePayload("trong.docx", "application/octet-stream", new byte[0]));
        standing.click("form[enctype] button.primary");
        assertThat(standing.locator("main .notice.bad, main [role=alert]").first().textContent()).isNotBlank();
        standing.setInputFiles("input[name=file]", new FilePayload("gia.docx", "application/octet-stream", "PK\u0003\u0004hỏng".getBytes(StandardCharsets.UTF_8)));
        standing.click("form[enctype] button.primary");
        assertThat(standing.locator("main .notice.bad, main [role=alert]").first().textContent()).isNotBlank();
        standing.navigate("/tasks/0123456789abcdef0123456789abcdef");
        assertThat(standing.locator("main").textContent()).contains("Không tìm thấy");
    }

    @Test
    @Order(8)
    @Tag("full")
    void when_the_disks_are_lost_a_backup_brings_everything_back_as_it_was() {
        var backup = installation.data().resolve("kept.dondoc").toString();
        installation.run("backup", "--no-build", backup).orFail();
        installation.run("backup", "--no-build", "--check", backup).orFail();
        var before = counted();
        officer.navigate("/");
        item(officer).locator("h3 a").click();
        officer.waitForURL("**/tasks/*");
        var task = officer.url();
        officer.navigate("/");
        item(officer).locator(".item-actions a").first().click();
        officer.locator("textarea[name=note]").first().fill("Ghi sau khi đã sao lưu");
        officer.locator("form.act-form button.primary").first().click();
        await().atMost(LIMIT).untilAsserted(() -> {
            officer.navigate(task);
            assertThat(officer.locator("main").textContent()).contains("Ghi sau khi đã sao lưu");
        });
        assertThat(installation.run("restore", "--no-build", backup).output()).as("what people work with is not dropped unasked").contains("--replace");

        installation.run("down").orFail();
        installation.lose("mongo", "kafka");
        var restored = installation.run("restore", "--no-build", backup);
        assertThat(restored.status()).as(restored.output()).isZero();
        System.out.println("restored into nothing: " + restored.output().strip().lines().reduce((_, last) -> last).orElse(""));

        assertThat(counted()).as("figures are built anew from topics that were filled from histories").isEqualTo(before);
        browser.close();
        browser = new Browser(installation.status().get("console").asString());
        officer = browser.signedIn("xa2.kinhte", password, 360);
        await().atMost(LIMIT).untilAsserted(() -> {
            officer.navigate(task);
            assertThat(officer.locator("main").textContent()).contains(TITLE).doesNotContain("Ghi sau khi đã sao lưu");
        });
        standing = browser.signedIn("xa2.thuongtruc", password, 1280);
        standing.navigate("/inbox");
        assertThat(standing.locator("main").textContent()).as("who was told stays told").contains(TITLE);
        assertThat(installation.run("audit", "verify").status()).as("histories are as they were written").isZero();
    }

    /** Tasks, reports, facts and cells, all of them equal to what was counted. */
    private List<Integer> counted() {
        var found = installation.json("recount", "--json");
        assertThat(found.get("different").asInt()).isZero();
        return List.of("tasks", "reports", "targets", "facts", "cells").stream().map(name -> found.get(name).asInt()).toList();
    }

    private long pid(String part) {
        for (var row : installation.status().get("parts")) {
            if (row.get("part").asString().equals(part)) {
                return row.get("pid").asLong();
            }
        }
        throw new AssertionError("No part " + part);
    }

    private static int sent(Page dashboard) {
        return Integer.parseInt(dashboard.locator("#r-late strong").textContent().strip())
                + Integer.parseInt(dashboard.locator("#r-in-time strong").textContent().strip());
    }

    private static Locator item(Page page) {
        return page.locator(".item", new Page.LocatorOptions().setHasText(TITLE)).first();
    }

    private static Locator overdueMessages(Page page) {
        return page.locator(".item.mail", new Page.LocatorOptions().setHasText(TITLE)).filter(new Locator.FilterOptions().setHasText("quá hạn"));
    }

    private static void assertAccessible(Page page) {
        var violations = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa")).analyze().getViolations();
        assertThat(violations).as("accessibility of " + page.url()).isEmpty();
    }

    /** A plan of this test alone, whose first deadline lies 20 days ahead of the installation's domain time. */
    private String document() {
        var today = OffsetDateTime.parse(installation.status().get("domainTime").asString()).toLocalDate();
        return """
                ỦY BAN NHÂN DÂN
                XÃ ĐỒI SƯƠNG
                Số: 27/KH-UBND
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Đồi Sương, ngày %1$td tháng %1$tm năm %1$tY

                KẾ HOẠCH
                Nâng cao chất lượng tiếp dân năm %1$tY

                Căn cứ nhu cầu thực tế, UBND xã Đồi Sương ban hành Kế hoạch như sau:

                I. NHIỆM VỤ
                1. %3$s
                - Cơ quan chủ trì: Phòng Kinh tế.
                - Cơ quan phối hợp: Công an xã.
                - Thời gian hoàn thành: Trước ngày %2$s.
                2. Rà soát danh sách hộ sử dụng dịch vụ
                - Cơ quan chủ trì: %4$s.
                - Thời gian hoàn thành: Trước ngày %2$s.

                II. TỔ CHỨC THỰC HIỆN
                1. Phòng Kinh tế
                - Trước ngày 25 hằng tháng, báo cáo kết quả thực hiện về Phòng Văn hóa - Xã hội để tổng hợp.

                Nơi nhận:
                - Thường trực Đảng ủy xã;
                - Lưu: VT.
                """.formatted(today, DAY.format(today.plusDays(20)), TITLE, UNKNOWN);
    }
}
