package vn.dondoc.console;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.event.Absence;
import vn.dondoc.contracts.event.BodyKind;
import vn.dondoc.contracts.event.BodyPart;
import vn.dondoc.contracts.event.BodyState;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.BodyId;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

/** The directory as people see and keep it: the tree, positions, absences, bodies, changes, and a workbook that is looked at first. */
class OrganisationPagesTest {

    private static final UnitId VILLAGE = new UnitId("u-t1");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    private final StandIn services = Console.SERVICES;
    private Visitor keeper;

    @BeforeEach
    void theKeeper() {
        services.forget();
        Samples.everything(services, Samples.standing());
        answers(services);
        keeper = Visitor.signedIn("xa1.thuongtruc");
    }

    /** A commune whose directory the caller keeps. */
    static void answers(StandIn services) {
        services.on("GET /api/organisation/units/c1", detail(view(Samples.COMMUNE, "Xã Mây Ngàn", UnitKind.COMMUNE, Samples.PROVINCE), true, List.of(), false))
                .on("GET /api/organisation/units/p", detail(view(Samples.PROVINCE, "Tỉnh Lam Giang", UnitKind.PROVINCE, null), false, List.of(), false))
                .on("GET /api/organisation/units/u-t1", detail(view(VILLAGE, "Thôn Suối Đá", UnitKind.VILLAGE, Samples.COMMUNE), true, changes(), true))
                .on("GET /api/organisation/positions/pos-9", place(new Absence(DAY, DAY.plusDays(4), new PositionId("pos-2"))))
                .on("GET /api/organisation/positions", new Page<>(places(), null, 3L))
                .on("GET /api/organisation/bodies/b-1", body(true))
                .on("GET /api/organisation/bodies/b-2", body(false))
                .on("POST /api/organisation/import/workbooks", broken());
    }

    static Organisation.ImportPreview broken() {
        return new Organisation.ImportPreview(null, 12, new Organisation.Imported(0, 0, 0, 0), List.of(), List.of(
                new Organisation.BrokenCell("Đơn vị", 3, "Tên", "NAME_MISSING", "Chưa có tên, hoặc tên quá dài."),
                new Organisation.BrokenCell("Linh tinh", 0, null, "SHEET_UNKNOWN", "Không nhận ra trang “Linh tinh”.")));
    }

    static Organisation.ImportPreview fine() {
        return new Organisation.ImportPreview("wb-1", 12, new Organisation.Imported(1, 1, 0, 10, 0, 3), List.of(
                new Organisation.RowChange("Đơn vị", 2, "u-moi", "Thôn Mới", true), new Organisation.RowChange("Chức danh", 5, "pos-9", "Trưởng thôn", false)), List.of());
    }

    private static List<Organisation.Change> changes() {
        return List.of(
                new Organisation.Change("ch-1", VILLAGE, "rename", DAY, "planned", "Đổi tên thành “Thôn Suối Đá Mới”", null, null, 1),
                new Organisation.Change("ch-2", VILLAGE, "merger", DAY.minusDays(30), "refused", "Sáp nhập vào Thôn Đồi Chè", null,
                        "Đơn vị được chọn không còn hoạt động. Hãy chọn đơn vị đang hoạt động.", 2));
    }

    private static List<Organisation.PlaceName> places() {
        return List.of(
                new Organisation.PlaceName(new PositionId("pos-1"), "Chủ tịch UBND", Role.COMMUNE_LEADER, Samples.COMMUNE, "Xã Mây Ngàn", true),
                new Organisation.PlaceName(new PositionId("pos-2"), "Trưởng phòng", Role.COMMUNE_STANDING, Samples.CULTURE, "Phòng Văn hoá - Xã hội", true),
                new Organisation.PlaceName(new PositionId("pos-9"), "Trưởng thôn", Role.VILLAGE_HEAD, VILLAGE, "Thôn Suối Đá", true));
    }

    private static Organisation.UnitView view(UnitId id, String name, UnitKind kind, @Nullable UnitId parent) {
        return new Organisation.UnitView(id, name, kind, parent, kind == UnitKind.PROVINCE ? null : Samples.COMMUNE, null, false);
    }

    private static Organisation.Place place(@Nullable Absence absence) {
        return new Organisation.Place(new PositionId("pos-9"), VILLAGE, "Trưởng thôn", Role.VILLAGE_HEAD, true, new PersonId("n-9"), "thon@xa.example", absence,
                absence == null ? null : "Trưởng phòng", absence != null, true, 4);
    }

    private static Organisation.Body body(boolean mayKeep) {
        return new Organisation.Body(new BodyId(mayKeep ? "b-1" : "b-2"), "Ban Chỉ đạo chuyển đổi số", BodyKind.STEERING_COMMITTEE, Samples.COMMUNE, "Xã Mây Ngàn", null, null,
                Samples.CULTURE, "Phòng Văn hoá - Xã hội", List.of(
                        new Organisation.Member(new PositionId("pos-1"), BodyPart.HEAD, "Phụ trách chung", "Chủ tịch UBND", "Xã Mây Ngàn"),
                        new Organisation.Member(new PositionId("pos-2"), BodyPart.MEMBER, null, "Trưởng phòng", "Phòng Văn hoá - Xã hội")), true, mayKeep, 3);
    }

    private static Organisation.UnitDetail detail(Organisation.UnitView unit, boolean keeps, List<Organisation.Change> changes, boolean village) {
        var path = unit.parent() == null ? List.<Organisation.UnitView>of()
                : village ? List.of(view(Samples.PROVINCE, "Tỉnh Lam Giang", UnitKind.PROVINCE, null), view(Samples.COMMUNE, "Xã Mây Ngàn", UnitKind.COMMUNE, Samples.PROVINCE))
                        : List.of(view(Samples.PROVINCE, "Tỉnh Lam Giang", UnitKind.PROVINCE, null));
        var below = village ? List.<Organisation.UnitView>of() : List.of(
                view(VILLAGE, "Thôn Suối Đá", UnitKind.VILLAGE, unit.id()), view(Samples.CULTURE, "Phòng Văn hoá - Xã hội", UnitKind.OFFICE, unit.id()));
        var positions = List.of(place(null), place(new Absence(DAY, null, new PositionId("pos-2"))),
                new Organisation.Place(new PositionId("pos-8"), unit.id(), "Phó Trưởng thôn", Role.OFFICER, false, null, null, null, null, false, false, 1));
        return new Organisation.UnitDetail(unit, List.of("Suối Đá"), true, null, path, below, positions, List.of(body(keeps)), changes, keeps, keeps);
    }

    @Test
    void theTreeIsWalkedAndAUnitShowsWhatIsInIt() {
        assertThat(keeper.get("/organisation").headers().firstValue("Location")).hasValue("/organisation/units/c1");
        var page = keeper.get("/organisation/units/u-t1").body();
        assertThat(page).contains("href=\"/organisation/units/p\"", "href=\"/organisation/units/c1\"", "Thôn Suối Đá", "Còn gọi là: Suối Đá", "Có người giữ", "Đang vắng",
                "từ 01/12/2026", "người thay: Trưởng phòng", "Khuyết", "Ban Chỉ đạo chuyển đổi số", "đôn đốc: Phòng Văn hoá - Xã hội", "Phụ trách chung",
                "Đổi tên thành “Thôn Suối Đá Mới”", "Đã lên lịch", "hiệu lực từ 01/12/2026", "Không thực hiện được", "Đơn vị được chọn không còn hoạt động.",
                "/organisation/units/u-t1/changes/ch-1/withdrawal").doesNotContain("ch-2/withdrawal");
        assertThat(keeper.get("/organisation/units/p").body()).contains("Đơn vị trực thuộc").doesNotContain("Thêm chức danh", "Đổi tên, chuyển");
        assertThat(keeper.get("/").body()).contains("href=\"/organisation\"");
        assertThat(keeper.get("/organisation?q=suoi").body()).contains("6 đơn vị", "Thôn Suối Đá");
        assertThat(services.last("GET /api/organisation/units").query()).contains("q=suoi");
    }

    @Test
    void aChangeIsPlannedWithWhatMovesAndCanBeTakenBack() {
        services.on("POST /api/organisation/units/u-t1/changes", asked -> StandIn.json(201, changes().getFirst()));
        var answer = keeper.post("/organisation/units/u-t1/changes", "kind", "split", "effective", "2026-12-01", "parts", "Thôn Một\nThôn Hai", "partKind", "village",
                "into", "#1", "moves", "position/pos-9/1", "moves", "position/pos-8/2", "moves", "", "key", "k-1");
        assertThat(answer.headers().firstValue("Location")).hasValue("/organisation/units/u-t1");
        var call = services.last("POST /api/organisation/units/u-t1/changes");
        assertThat(call.header("Idempotency-Key")).isEqualTo("k-1");
        assertThat(EventJson.mapper().readValue(call.body(), Organisation.ChangeWanted.class)).isEqualTo(new Organisation.ChangeWanted(
                "split", DAY, null, null, "#1", List.of(
                        new Organisation.NewUnit("Thôn Một", UnitKind.VILLAGE, List.of(new PositionId("pos-9")), List.of()),
                        new Organisation.NewUnit("Thôn Hai", UnitKind.VILLAGE, List.of(new PositionId("pos-8")), List.of()))));
        assertThat(keeper.get("/organisation/units/u-t1").body()).contains("Đã lên lịch thay đổi.");

        services.refusing("POST /api/organisation/units/u-t1/changes", 422, "MERGER_BELOW", "Đơn vị được chọn nằm dưới đơn vị này.");
        var refused = keeper.post("/organisation/units/u-t1/changes", "kind", "rename", "effective", "", "name", "Thôn \"Mới\"");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Đơn vị được chọn nằm dưới đơn vị này.", "value=\"Thôn &quot;Mới&quot;\"");
        assertThat(keeper.post("/organisation/units/u-t1/changes", "kind", "rename", "effective", "31/2", "name", "x").statusCode()).isEqualTo(400);

        services.on("POST /api/organisation/changes/ch-1/withdrawal", changes().getFirst());
        keeper.post("/organisation/units/u-t1/changes/ch-1/withdrawal", "version", "1");
        assertThat(services.last("POST /api/organisation/changes/ch-1/withdrawal").header("If-Match")).isEqualTo("\"1\"");
    }

    @Test
    void namesThatArePastedBecomeUnitsOnce() {
        services.on("POST /api/organisation/import", new Organisation.Imported(1, 0, 0, 0));
        keeper.post("/organisation/units/c1/below", "kind", "village", "names", " Thôn Mới \n\nThôn Suối Đá\nthôn mới");
        var sent = EventJson.mapper().readValue(services.last("POST /api/organisation/import").body(), Organisation.Directory.class);
        assertThat(sent.units()).singleElement().satisfies(unit -> {
            assertThat(unit.name()).isEqualTo("Thôn Mới");
            assertThat(unit.commune()).isEqualTo(Samples.COMMUNE);
            assertThat(unit.province()).isEqualTo(Samples.PROVINCE);
        });
        assertThat(keeper.post("/organisation/units/c1/below", "kind", "province", "names", "Tỉnh khác").statusCode()).isEqualTo(400);
    }

    @Test
    void aPositionIsGivenAndItsHolderIsAway() {
        var page = keeper.get("/organisation/positions/pos-9").body();
        assertThat(page).contains("value=\"n-9\"", "value=\"thon@xa.example\"", "Trưởng thôn, tổ dân phố", "value=\"2026-12-01\"", "Trưởng phòng, Phòng Văn hoá - Xã hội", "Đã có mặt")
                .doesNotContain("Quản trị tỉnh", "Trưởng thôn, Thôn Suối Đá");
        services.on("PUT /api/organisation/positions/pos-9", place(null)).on("PUT /api/organisation/positions/pos-9/absence", place(null));
        keeper.post("/organisation/positions/pos-9", "unit", "u-t1", "version", "4", "title", "Trưởng thôn", "role", "village-head", "holder", "", "mailbox", "");
        var set = services.last("PUT /api/organisation/positions/pos-9");
        assertThat(set.header("If-Match")).isEqualTo("\"4\"");
        assertThat(EventJson.mapper().readValue(set.body(), Organisation.PlaceWanted.class))
                .isEqualTo(new Organisation.PlaceWanted(VILLAGE, "Trưởng thôn", Role.VILLAGE_HEAD, null, null));
        keeper.post("/organisation/positions/pos-9/absence", "version", "4", "from", "2026-12-01", "until", "", "deputy", "pos-2");
        assertThat(EventJson.mapper().readValue(services.last("PUT /api/organisation/positions/pos-9/absence").body(), Organisation.AbsenceWanted.class))
                .isEqualTo(new Organisation.AbsenceWanted(new Absence(DAY, null, new PositionId("pos-2"))));
        keeper.post("/organisation/positions/pos-9/absence", "version", "4", "from", "", "until", "", "deputy", "", "step", "back");
        assertThat(services.last("PUT /api/organisation/positions/pos-9/absence").body()).isEqualTo("{}");
        assertThat(keeper.post("/organisation/positions/pos-9/absence", "version", "4", "from", "mai", "until", "", "deputy", "").statusCode()).isEqualTo(400);
        assertThat(keeper.get("/organisation/units/u-t1/new-position").body()).contains("Thêm chức danh", "name=\"version\" value=\"0\"");
    }

    @Test
    void aBodyIsShownAndKept() {
        assertThat(keeper.get("/organisation/bodies/b-2").body()).contains("Ban Chỉ đạo chuyển đổi số", "Chủ tịch UBND", "Phụ trách chung").doesNotContain("<select");
        assertThat(keeper.get("/organisation/bodies/b-1").body()).contains("Chủ tịch UBND, Xã Mây Ngàn", "value=\"Phụ trách chung\"", "Thành viên 5");
        services.on("PUT /api/organisation/bodies/b-1", body(true));
        keeper.post("/organisation/bodies/b-1", "area", "c1", "version", "3", "name", "Ban Chỉ đạo", "kind", "steering-committee", "unit", "", "urging", "u-t1",
                "position", "pos-2", "part", "head", "field", "Chung", "position", "", "part", "member", "field", "");
        var call = services.last("PUT /api/organisation/bodies/b-1");
        assertThat(EventJson.mapper().readValue(call.body(), Organisation.BodyWanted.class)).isEqualTo(new Organisation.BodyWanted(
                "Ban Chỉ đạo", BodyKind.STEERING_COMMITTEE, Samples.COMMUNE, null, VILLAGE, List.of(new BodyState.Member(new PositionId("pos-2"), BodyPart.HEAD, "Chung")), true));
        assertThat(keeper.post("/organisation/bodies/b-1", "area", "c1", "version", "3", "name", "Tổ", "kind", "working-group", "unit", "", "urging", "", "step", "add").body())
                .contains("value=\"Tổ\"", "Thành viên 3");
        assertThat(keeper.get("/organisation/units/c1/new-body").body()).contains("Thêm ban chỉ đạo, tổ, chương trình");
    }

    @Test
    void aWorkbookIsLookedAtBeforeItIsWritten() {
        var wrong = uploaded();
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Có 2 ô chưa đúng nên chưa ghi gì.", "Chưa có tên, hoặc tên quá dài.", "Linh tinh").doesNotContain("Ghi vào danh mục");
        services.on("POST /api/organisation/import/workbooks", fine());
        var seen = uploaded().body();
        assertThat(seen).contains("Sẽ ghi 1 đơn vị, 1 chức danh, 0 tổ chức, 3 người; 10 dòng không đổi.", "Thôn Mới", "Thêm mới", "href=\"/api/organisation/directory/workbook?people=true\"", "action=\"/organisation/import/wb-1\"");
        assertThat(services.wasAsked("POST /api/organisation/import/workbooks/wb-1/confirmation")).isFalse();
        services.on("POST /api/organisation/import/workbooks/wb-1/confirmation", new Organisation.Imported(1, 1, 0, 10, 0, 3));
        assertThat(keeper.post("/organisation/import/wb-1").headers().firstValue("Location")).hasValue("/organisation/import");
        assertThat(keeper.get("/organisation/import").body()).contains("Đã ghi 1 đơn vị, 1 chức danh, 0 tổ chức, 3 người; 10 dòng không đổi.");
        services.refusing("POST /api/organisation/import/workbooks/wb-1/confirmation", 409, "PREVIEW_OUTDATED", "Danh mục đã thay đổi.");
        assertThat(keeper.post("/organisation/import/wb-1").body()).contains("Danh mục đã thay đổi.");
    }

    /** The session goes on; what it shows follows the post within ten seconds, of which the console may use five. */
    @Test
    void whoeverLosesAPostLosesItsLinksWhileSignedIn() {
        assertThat(keeper.get("/plans").body()).contains("href=\"/settings\"");
        services.on("GET /api/organisation/me", Samples.officer());
        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(keeper.get("/plans").body()).doesNotContain("href=\"/settings\""));
        services.refusing("GET /api/organisation/me", 404, "PERSON_UNKNOWN", "Chưa giữ chức danh nào.");
        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(keeper.get("/plans").body()).doesNotContain("href=\"/organisation\""));
    }

    private HttpResponse<String> uploaded() {
        keeper.get("/organisation/import");
        var body = "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + keeper.csrf()
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"danh-muc.xlsx\"\r\nContent-Type: application/octet-stream\r\n\r\nx\r\n--b--\r\n";
        return keeper.send(keeper.request("/organisation/import", "Content-Type", "multipart/form-data; boundary=b").POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
