package vn.dondoc.console;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Directives;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

/** Directives, meetings and inspections: lists, what stands where, and forms that keep what was filled in. */
class ActPagesTest {

    private final StandIn services = Console.SERVICES;
    private Visitor standing;

    @BeforeEach
    void theStandingUnit() {
        services.forget();
        Samples.everything(services, Samples.standing());
        ActSamples.answers(services);
        standing = Visitor.signedIn("xa1.thuongtruc");
    }

    @Test
    void aListTellsOfEachHowManyAreDoneLateAndNeverOpened() {
        var page = standing.get("/directives?given=true&q=truyen").body();

        assertThat(page).contains("Rà soát đường truyền", "1 trên 3 hoàn thành", "1 chờ nghiệm thu", "1 trễ hạn", "1 chưa mở", "Khẩn", "href=\"/directives/dir-1\"", "Giao chỉ đạo");
        assertThat(services.last("GET /api/directives").query()).contains("given=true", "q=truyen");
    }

    @Test
    void aDirectiveShowsEachPartWithItsStatusAndReason() {
        var page = standing.get("/directives/dir-1").body();

        assertThat(page).contains("Từng nơi nhận", "Thôn Đồng Bãi 1", "Chưa mở", "Rút ngày 10/11/2026", "Lý do rút: Đã rà soát trong đợt trước",
                "Đang chuyển đến nơi nhận", "Từ kết luận cuộc họp", "href=\"/proceedings/m-1\"", "href=\"/tasks?directive=dir-1\"", "Giao thêm nơi nhận");
    }

    @Test
    void oneFormGivesItToManyAtOnceOrToAll() {
        var chosen = ActSamples.addressees().get(5).id().value();
        assertThat(standing.get("/directives/new").body()).contains("Tất cả 30 nơi", "Thôn Đồng Bãi 26", "name=\"content\"");
        var some = standing.post("/directives", "key", "k", "content", "Rà soát", "urgency", "urgent", "due", "2026-12-15", "dueKind", "by", "addressees", chosen);
        assertThat(some.headers().firstValue("Location")).get().asString().endsWith("/directives/dir-1");
        assertThat(services.last("POST /api/directives").body()).contains("\"addressees\":[\"" + chosen + "\"]", "\"urgency\":\"urgent\"", "\"date\":\"2026-12-15\"");
        standing.post("/directives", "content", "Rà soát", "dueKind", "monthly", "all", "true");
        assertThat(services.last("POST /api/directives").body()).contains("\"frequency\":\"monthly\"", "\"u-thon-26\"");
    }

    @Test
    void theProvinceMeansAllCommunesOrAllDepartmentsApart() {
        services.on("GET /api/directives/addressees", new Directives.Reach(List.of(
                new Directives.Addressee(new UnitId("u-so"), "Sở Nội vụ", UnitKind.DEPARTMENT),
                new Directives.Addressee(new UnitId("u-xa"), "Xã Bến Trăng", UnitKind.COMMUNE),
                new Directives.Addressee(new UnitId("u-phuong"), "Phường Hoa Mai", UnitKind.WARD))));
        assertThat(standing.get("/directives/new").body()).contains("Nơi nhận: xã, phường, đặc khu", "Tất cả 2 nơi", "Nơi nhận: sở, ban, ngành", "Tất cả 1 nơi");
        standing.post("/directives", "content", "Rà soát", "dueKind", "monthly", "all", "communes");
        assertThat(services.last("POST /api/directives").body()).contains("u-xa", "u-phuong").doesNotContain("u-so");
        standing.post("/directives", "content", "Rà soát", "dueKind", "monthly", "all", "communes", "addressees", "u-so");
        assertThat(services.last("POST /api/directives").body()).contains("u-xa", "u-phuong", "u-so");
    }

    @Test
    void whatIsRefusedIsSaidAndWhatWasFilledInStays() {
        services.refusing("POST /api/directives", 422, "DIRECTIVE_INVALID", "Chưa giao được chỉ đạo.",
                new Problem.FieldError("addressees", "DIRECTIVE_ADDRESSEES_MISSING", "Hãy chọn ít nhất một nơi nhận."));
        var refused = standing.post("/directives", "content", "Việc dở dang", "due", "2026-12-15");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Chưa giao được chỉ đạo.", "Hãy chọn ít nhất một nơi nhận.", "Việc dở dang", "value=\"2026-12-15\"");
        assertThat(standing.post("/directives", "content", "Việc", "due", "mai").statusCode()).isEqualTo(422);
    }

    @Test
    void itIsGivenToMoreAndTakenBackFromSomeWithAReason() {
        standing.post("/directives/dir-1/addressees", "version", "7", "addressees", "u-thon-9");
        assertThat(services.last("POST /api/directives/dir-1/addressees").body()).contains("u-thon-9");
        assertThat(services.last("POST /api/directives/dir-1/addressees").header("If-Match")).isEqualTo("\"7\"");
        assertThat(standing.post("/directives/dir-1/withdrawal", "version", "7", "reason", "Nhầm").body()).contains("Hãy chọn nơi nhận cần rút");
        assertThat(services.wasAsked("POST /api/directives/dir-1/withdrawal")).isFalse();
        standing.post("/directives/dir-1/withdrawal", "version", "7", "reason", "Nhầm", "all", "true");
        assertThat(services.last("POST /api/directives/dir-1/withdrawal").body()).contains("\"addressees\":[]", "Nhầm");
    }

    @Test
    void aMeetingShowsHowItsConclusionsStandAndMakesTasksOfSeveral() {
        assertThat(standing.get("/proceedings?kind=meeting").body()).contains("Giao ban Ban Chỉ đạo", "2 trên 3 mục còn mở", "Ghi cuộc họp");
        var page = standing.get("/proceedings/m-1").body();
        assertThat(page).contains("1 trên 3 hoàn thành", "Chưa giao nhiệm vụ.", "Kết thúc ngày 03/11/2026", "Chỉ ghi nhận", "còn mở từ cuộc họp trước", "name=\"points\"");
        standing.post("/proceedings/m-1/directives", "version", "5", "points", "k2");
        assertThat(services.last("POST /api/proceedings/m-1/directives").body()).isEqualTo("{\"points\":[\"k2\"]}");
        standing.post("/proceedings/m-1/points/k1/closing", "version", "5", "reason", "Chuyển sang năm sau");
        assertThat(services.last("POST /api/proceedings/m-1/points/k1/closing").body()).contains("Chuyển sang năm sau");
    }

    @Test
    void aMeetingIsWrittenWithWhatWasLeftOpenLastTime() {
        var unit = ActSamples.addressees().getFirst().id().value();
        assertThat(standing.get("/proceedings/new?kind=meeting").body()).contains("Còn mở từ", "name=\"follow\"", "m-1|k2|", "name=\"p.2.text\"").doesNotContain("m-1|k3|");
        standing.post("/proceedings", "kind", "meeting", "title", "Giao ban", "heldOn", "2026-12-01", "agenda", "Một\n\nHai", "follow", "m-1|k2|Bàn hướng dẫn",
                "participants", unit, "p.0.text", "Làm ngay", "p.0.units", unit, "p.0.due", "2026-12-20", "p.1.text", " ");
        assertThat(services.last("POST /api/proceedings").body()).contains("\"kind\":\"meeting\"", "\"of\":\"m-1\"", "\"text\":\"Hai\"", "\"text\":\"Làm ngay\"", "\"date\":\"2026-12-20\"")
                .doesNotContain("\"text\":\" \"");
    }

    @Test
    void whatWasGivenStaysWhenAMeetingIsChanged() {
        var page = standing.get("/proceedings/m-1/edit").body();
        assertThat(page).contains("giữ nguyên", "name=\"p.0.id\" value=\"k1\"", "name=\"version\" value=\"5\"", "value=\"2026-12-15\"");
        standing.post("/proceedings/m-1", "kind", "meeting", "version", "5", "title", "Giao ban", "heldOn", "2026-11-02", "p.0.id", "k1", "p.0.text", "Rà soát", "p.0.due", "2026-12-15");
        assertThat(services.last("PUT /api/proceedings/m-1").body()).contains("\"id\":\"k1\"");
        assertThat(services.last("PUT /api/proceedings/m-1").header("If-Match")).isEqualTo("\"5\"");
    }

    @Test
    void anInspectionHasItsOwnWords() {
        assertThat(standing.get("/proceedings?kind=inspection").body()).contains("Kiểm tra việc số hóa hồ sơ", "Ghi cuộc kiểm tra");
        assertThat(standing.get("/proceedings/i-1").body()).contains("Trưởng đoàn (chức vụ)", "Nơi được kiểm tra", "Kết quả kiểm tra", "Giao nhiệm vụ từ các kết quả đã chọn");
    }

    @Test
    void beforeAMeetingTheLastConclusionsStandFirst() {
        var page = standing.get("/meeting").body();
        assertThat(page).contains("Giao ban Ban Chỉ đạo", "45/TB-UBND", "2 trên 3 mục còn mở", "1 trên 3 hoàn thành");
        assertThat(services.last("GET /api/proceedings").query()).contains("kind=meeting", "commune=c1");
        services.on("GET /api/proceedings", new Page<>(List.of(), null, 0L));
        assertThat(standing.get("/meeting").body()).doesNotContain("mục còn mở");
    }

    @Test
    void anOfficerSeesThemAndIsOfferedNothingToGive() {
        Samples.everything(services, Samples.officer());
        ActSamples.answers(services);
        var officer = Visitor.signedIn("xa1.vanphong");
        assertThat(officer.get("/directives").body()).contains("Rà soát đường truyền").doesNotContain("href=\"/directives/new\"");
        assertThat(officer.get("/proceedings").body()).doesNotContain("href=\"/proceedings/new");
    }
}
