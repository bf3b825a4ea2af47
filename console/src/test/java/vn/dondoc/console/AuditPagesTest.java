package vn.dondoc.console;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Audit;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

/** The audit: entries of all services as one list. */
class AuditPagesTest {

    private static final List<String> NAMES = List.of("plan", "task", "reporting", "notification");

    private final StandIn services = Console.SERVICES;
    private Visitor standing;

    /** A few entries of tasks and of the directory. */
    static void answers(StandIn services) {
        NAMES.forEach(name -> services.on("GET " + histories(name), new Page<Audit.Entry>(List.of(), null, null)));
        services.on("GET " + histories("task"), new Page<>(List.of(moved(), overdue()), null, null));
        services.on("GET " + histories("plan"), new Page<>(List.of(filled()), null, null));
    }

    private static String histories(String service) {
        return "/api/operations/" + service + "-service/histories";
    }

    private static Audit.Entry moved() {
        return new Audit.Entry(
                "e-3", "task-service", "assignments/t-1", "Hoàn thành cấp thẻ căn cước cho <b>công dân</b>", new UnitId("c1"), 7, "ExtensionGranted",
                Instant.parse("2026-11-20T03:00:07Z"), Instant.parse("2026-11-20T03:00:07Z"), new PersonId("3f9a2c1e77b04d5593aa0c12de45f001"),
                new PositionId("pos-4"), "Phó Chủ tịch UBND", "UBND xã Suối Nhỏ", null, "Mưa lũ kéo dài, <script>alert(1)</script>", "ab".repeat(32), "cursor-e3",
                List.of(new Audit.Change("task.due.date", "2026-11-30", "2026-12-15"), new Audit.Change("task.extension.reason", null, "mưa lũ"),
                        new Audit.Change("task.coordinating", "u-1; u-2", null)));
    }

    private static Audit.Entry overdue() {
        return new Audit.Entry(
                "e-1", "task-service", "assignments/t-2", "Rà soát hộ nghèo", new UnitId("c1"), 3, "TaskOverdue", Instant.parse("2026-11-19T17:00:02Z"),
                Instant.parse("2026-11-19T17:00:00Z"), null, null, null, null, "sweep", null, "cd".repeat(32), "cursor-e1", List.of());
    }

    private static Audit.Entry filled() {
        return new Audit.Entry(
                "e-2", "plan-service", "positions/pos-9", "Trưởng thôn", new UnitId("c1"), 2, "PositionFilled", Instant.parse("2026-11-20T02:00:00Z"),
                Instant.parse("2026-11-20T02:00:00Z"), new PersonId("n-0010"), new PositionId("gone"), null, null, null, null, null, "cursor-e2",
                List.of(new Audit.Change("position.holder", "n-0001", "n-0002")));
    }

    @BeforeEach
    void somebodyWhoInspects() {
        services.forget();
        Samples.everything(services, Samples.standing());
        answers(services);
        standing = Visitor.signedIn("xa1.thuongtruc");
    }

    @Test
    void entriesOfAllServicesAreOneListNewestFirst() {
        var page = standing.get("/audit").body();
        assertThat(page).containsSubsequence("Gia hạn", "Bố trí người vào chức danh", "Quá hạn")
                .contains("Phó Chủ tịch UBND, UBND xã Suối Nhỏ", "người 3f9a2c1e…", "10:00:07 20/11/2026", "30/11/2026", "15/12/2026", "u-1; u-2", "(không có)",
                        "task.extension.reason", "abababab", "dòng thứ 7", "gone")
                .contains("&lt;script&gt;alert(1)", "&lt;b&gt;công dân").doesNotContain("<script>alert", "??");
        assertThat(services.last("GET " + histories("task")).query()).isEqualTo("by=people&limit=50");
        assertThat(standing.get("/").body()).contains("href=\"/audit\"");
        standing.post("/language", "to", "en");
        assertThat(standing.get("/audit").body()).contains("Position filled", "person 3f9a2c1e…", "before:").doesNotContain("??");
    }

    @Test
    void whatIsAskedForGoesToTheServices() {
        standing.get("/audit?service=task-service&type=TaskOverdue&by=system&from=2026-11-01&to=2026-11-30&after=cursor-9");
        assertThat(services.last("GET " + histories("task")).query()).isEqualTo("type=TaskOverdue&from=2026-11-01&to=2026-11-30&after=cursor-9&by=system&limit=50");
        assertThat(services.calls().stream().map(StandIn.Call::path)).doesNotContain(histories("plan"));
        var ofOne = standing.get("/audit?object=assignments/t-1").body();
        assertThat(services.last("GET " + histories("task")).query()).isEqualTo("object=assignments%2Ft-1&limit=50");
        assertThat(ofOne).contains("person=3f9a2c1e77b04d5593aa0c12de45f001", "position=pos-4", "object=assignments%2Ft-1");
    }

    @Test
    void aPageEndsWhereTheLastShownEntryIsWhicheverServiceHasMore() {
        var many = IntStream.range(0, 50).mapToObj(i -> entry("task", i * 2)).toList();
        var others = IntStream.range(0, 50).mapToObj(i -> entry("plan", i * 2 + 1)).toList();
        services.on("GET " + histories("task"), new Page<>(many.reversed(), "cursor-task", null));
        services.on("GET " + histories("plan"), new Page<>(others.reversed(), null, null));
        var page = standing.get("/audit?type=Noted").body();
        assertThat(page).contains("dòng thứ 99", "dòng thứ 50").doesNotContain("dòng thứ 49<").contains("/audit?type=Noted&amp;after=c-50").doesNotContain("cursor-task");
    }

    private static Audit.Entry entry(String service, int number) {
        return new Audit.Entry("id-" + number, service + "-service", "things/" + number, null, null, number, "Noted", Instant.ofEpochSecond(1_800_000_000L + number),
                Instant.EPOCH, null, null, null, null, "sweep", null, null, "c-" + number, List.of());
    }

    @Test
    void aServiceThatIsAwayIsNamedAndHidesNoOther() {
        services.refusing("GET " + histories("plan"), 503, "UNAVAILABLE", "Dịch vụ tạm thời không trả lời.");
        assertThat(standing.get("/audit").body()).contains("Gia hạn").contains("&quot;Kế hoạch, danh bạ&quot; chưa trả lời");
    }

    @Test
    void othersAreRefusedAndSeeNoLink() {
        NAMES.forEach(name -> services.refusing("GET " + histories(name), 403, "FORBIDDEN", "Bạn không có quyền làm việc này."));
        services.on("GET /api/organisation/me", Samples.officer());
        var officer = Visitor.signedIn("xa1.vanphong");
        assertThat(officer.get("/audit").statusCode()).isEqualTo(403);
        assertThat(officer.get("/").body()).doesNotContain("href=\"/audit\"");
    }
}
