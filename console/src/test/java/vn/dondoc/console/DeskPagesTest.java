package vn.dondoc.console;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Operations;
import vn.dondoc.contracts.api.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** The operator's pages: how services stand, and what is done with records that were put aside. */
class DeskPagesTest {

    private static final String TASK_LETTERS = "/api/operations/task-service/dead-letters";
    private static final String ID = "dondoc.dead-letters.task-service:3:17";

    private static final Operations.Finding DISK = new Operations.Finding("DISK_FILLS", Operations.Severity.WARNING, 1, List.of("MongoDB"), 83L);

    private final StandIn services = Console.SERVICES;
    private Visitor administrator;

    /** One open record of task-service; nothing at the others. */
    static void answers(StandIn services) {
        for (var name : List.of("plan", "reporting", "notification")) {
            services.on("GET /api/operations/" + name + "-service/dead-letters", new Page<Operations.DeadLetter>(List.of(), null, 0L));
            services.on("GET /api/operations/" + name + "-service/relay", relay(name, "relaying", 0.2, null));
            services.on("GET /api/operations/" + name + "-service/checks", checks(name, DISK));
        }
        services.on("GET /api/operations/task-service/checks", checks("task", DISK, new Operations.Finding(
                "DEAD_LETTERS", Operations.Severity.WARNING, 61, List.of("BrokenEventException"), null), new Operations.Finding("FROM_A_LATER_VERSION", Operations.Severity.CRITICAL, 1, List.of(), null)));
        services.on("GET /api/operations/plan-service/checks", checks("plan", DISK, new Operations.Finding(
                "CALENDAR_MISSING", Operations.Severity.ADVICE, 1, List.of("Tỉnh Hà Vân"), 2027L)));
        services.on("GET /api/operations/task-service/relay", relay("task", "failing", 75.4, "SendFailed"));
        services.on("GET " + TASK_LETTERS, asked -> StandIn.json(200,
                asked.query().contains("status=discarded") ? new Page<>(List.of(), null, 0L) : new Page<>(List.of(letter("open")), "cursor-9", 61L)));
        services.on("GET " + TASK_LETTERS + "/" + ID, new Operations.DeadLetterContent(
                letter("open"), List.of(new Operations.Header("ce_type", "TaskPlanned")), "{\"title\":\"<script>alert(1)</script>\"}"));
        services.on("POST " + TASK_LETTERS + "/" + ID + "/replay", letter("replayed"));
        services.on("POST " + TASK_LETTERS + "/" + ID + "/discard", letter("discarded"));
    }

    private static Operations.Checks checks(String name, Operations.Finding... found) {
        return new Operations.Checks(name + "-service", Instant.parse("2026-11-20T03:00:00Z"), List.of(found));
    }

    private static Operations.Relay relay(String name, String state, Double lag, String error) {
        var at = Instant.parse("2026-11-20T03:00:00Z");
        return new Operations.Relay(name + "-service", state, name.equals("plan") ? 2 : 1, 7, true, lag, error, error == null ? null : at, at, at, null);
    }

    private static Operations.DeadLetter letter(String status) {
        return new Operations.DeadLetter(
                ID, "task-service", "dondoc.plan", 4, 211, "ha-van.may-ngan", "TaskPlanned", "plannedTasks/9f", "c-1", "BrokenEventException",
                Instant.parse("2026-11-20T03:00:00Z"), status, status.equals("open") ? null : Instant.parse("2026-11-20T04:00:00Z"));
    }

    @BeforeEach
    void anAdministrator() {
        services.forget();
        Samples.everything(services, Samples.administrator());
        answers(services);
        administrator = Visitor.signedIn("tinh.thuongtruc");
    }

    @Test
    void everyServiceStandsInTheTableWithWhatWaits() {
        var page = administrator.get("/operations").body();
        assertThat(page).contains("Đang lỗi, vẫn thử lại", "75,4 giây", "SendFailed", "Đang chạy", "Thế hệ 2 của các luồng")
                .contains("Tình trạng hệ thống", "task-service", "notification-service", ">61<", "/operations/task-service/dead-letters").doesNotContain("??");
        assertThat(services.last("GET " + TASK_LETTERS).query()).isEqualTo("status=open&limit=1");
        assertThat(administrator.get("/").body()).contains("href=\"/operations\"");
    }

    @Test
    void whatServicesFindIsToldOnceTheWorstFirstWithAdviceAndWhereItIsMended() {
        var page = administrator.get("/operations").body();
        assertThat(page).containsSubsequence("FROM_A_LATER_VERSION", "Xem sổ tay vận hành.", "Ổ đĩa đã dùng 83 %", "MongoDB", "Nới ổ đĩa", "href=\"/calendar/2027\"", "Chưa có lịch nghỉ năm 2027")
                .contains("href=\"/operations/task-service/dead-letters\">61 bản ghi lỗi chờ xử lý", "Xử lý ngay", "Nên làm").doesNotContain("2.027", "??");
        assertThat(page.split("Ổ đĩa đã dùng", -1)).as("four services have one database").hasSize(2);
        for (var name : List.of("plan", "task", "reporting", "notification")) {
            services.on("GET /api/operations/" + name + "-service/checks", checks(name));
        }
        assertThat(administrator.get("/operations").body()).contains("không thấy gì phải xử lý");
        administrator.post("/language", "to", "en");
        assertThat(administrator.get("/operations").body()).contains("found nothing to mend").doesNotContain("??");
    }

    @Test
    void everyFindingOfTheServicesHasItsWordsAndAdviceInBothLanguages() throws IOException {
        var codes = new TreeSet<String>();
        try (var files = Files.walk(Path.of(Objects.requireNonNull(System.getProperty("dondoc.root"))), 12)) {
            for (var file : files.filter(one -> one.toString().endsWith("Check.java") && one.toString().contains("src/main/java")).toList()) {
                Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"").matcher(Files.readString(file)).results().map(found -> found.group(1)).forEach(codes::add);
            }
        }
        assertThat(codes).contains("DISK_FILLS", "UNIT_WITHOUT_HEAD", "TASK_WITHOUT_LEAD", "CHANNEL_DOWN", "RELAY_LATE", "DEAD_LETTERS", "CALENDAR_MISSING");
        for (var language : List.of("", "_en")) {
            var words = new Properties();
            try (var text = new InputStreamReader(Objects.requireNonNull(getClass().getResourceAsStream("/messages" + language + ".properties")), StandardCharsets.UTF_8)) {
                words.load(text);
            }
            codes.forEach(code -> assertThat(words.stringPropertyNames()).contains("check." + code, "check." + code + ".advice"));
        }
    }

    @Test
    void allServicesAreAskedAtTheSameTimeEachInTheNameAndLanguageOfTheAdministrator() {
        administrator.post("/language", "to", "en");
        var together = new CountDownLatch(4);
        for (var name : List.of("plan", "task", "reporting", "notification")) {
            services.on("GET /api/operations/" + name + "-service/checks", asked -> {
                together.countDown();
                return StandIn.json(met(together) ? 200 : 503, checks(name));
            });
        }
        assertThat(administrator.get("/operations").body()).contains("found nothing to mend");
        assertThat(together.getCount()).isZero();
        var asked = services.last("GET /api/operations/reporting-service/checks");
        assertThat(asked.header("Accept-Language")).isEqualTo("en");
        assertThat(asked.header("Authorization")).startsWith("Bearer ");
        assertThat(asked.header("X-Correlation-Id")).isNotBlank().isEqualTo(services.last("GET /api/operations/plan-service/checks").header("X-Correlation-Id"));
    }

    /** Whether all of them came while this one waited. */
    private static boolean met(CountDownLatch together) {
        try {
            return together.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void aServiceThatIsAwayHidesNoOther() {
        services.refusing("GET /api/operations/plan-service/checks", 503, "UNAVAILABLE", "Dịch vụ tạm thời không trả lời.");
        services.refusing("GET /api/operations/plan-service/dead-letters", 503, "UNAVAILABLE", "Dịch vụ tạm thời không trả lời.");
        assertThat(administrator.get("/operations").body()).contains("Dịch vụ tạm thời không trả lời.", ">61<");
    }

    @Test
    void openRecordsComeFirstAndTheOthersAreAddresses() {
        assertThat(administrator.get("/operations/task-service/dead-letters").body())
                .contains("TaskPlanned", "plannedTasks/9f · dondoc.plan 4:211", "BrokenEventException", "status=open&amp;after=cursor-9");
        assertThat(services.last("GET " + TASK_LETTERS).query()).isEqualTo("status=open");
        assertThat(administrator.get("/operations/task-service/dead-letters?status=discarded").body()).contains("Không có bản ghi nào.");
        administrator.get("/operations/task-service/dead-letters?status=all&after=cursor-9");
        assertThat(services.last("GET " + TASK_LETTERS).query()).isEqualTo("after=cursor-9");
    }

    @Test
    void aRecordIsShownAsItIsButNeverAsMarkup() {
        var page = administrator.get("/operations/task-service/dead-letters/" + ID).body();
        assertThat(page).contains("&lt;script&gt;alert(1)", "ce_type", "Gửi lại", "Bỏ qua").doesNotContain("<script>alert", "??");
        administrator.post("/language", "to", "en");
        assertThat(administrator.get("/operations/task-service/dead-letters/" + ID).body()).contains("Send again", "Discard").doesNotContain("??");
    }

    @Test
    void aDecisionIsSentWithItsKeyAndSaid() {
        var answer = administrator.post("/operations/task-service/dead-letters/" + ID + "/replay", "key", "form-1");
        assertThat(answer.headers().firstValue("Location")).hasValue("/operations/task-service/dead-letters");
        assertThat(services.last("POST " + TASK_LETTERS + "/" + ID + "/replay").header("Idempotency-Key")).isEqualTo("form-1");
        assertThat(administrator.get("/operations/task-service/dead-letters").body()).contains("Đã gửi lại bản ghi.");
        administrator.post("/operations/task-service/dead-letters/" + ID + "/discard", "key", "form-2");
        assertThat(administrator.get("/operations/task-service/dead-letters").body()).contains("Đã bỏ qua bản ghi");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(administrator.get("/operations/no-service/dead-letters").statusCode()).isEqualTo(404);
        assertThat(administrator.get("/operations/task-service/dead-letters/other").statusCode()).isEqualTo(404);
        assertThat(administrator.post("/operations/task-service/dead-letters/" + ID + "/forget", "key", "k").statusCode()).isEqualTo(404);
    }

    @Test
    void othersAreRefusedAndSeeNoLink() {
        for (var name : List.of("plan", "task", "reporting", "notification")) {
            services.refusing("GET /api/operations/" + name + "-service/checks", 403, "FORBIDDEN", "Bạn không có quyền làm việc này.");
            services.refusing("GET /api/operations/" + name + "-service/dead-letters", 403, "FORBIDDEN", "Bạn không có quyền làm việc này.");
        }
        services.on("GET /api/organisation/me", Samples.officer());
        var officer = Visitor.signedIn("xa1.vanphong");
        assertThat(officer.get("/operations").statusCode()).isEqualTo(403);
        assertThat(officer.get("/").body()).doesNotContain("href=\"/operations\"");
    }
}
