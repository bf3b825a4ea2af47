package vn.dondoc.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.People;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.InvitationId;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

/** People on the pages: invited, named, reached, corrected, erased; what is held on oneself; and the first run. */
class PeoplePagesTest {

    private static final PersonId HA = new PersonId("n-9");
    private static final Instant AT = Instant.parse("2026-11-20T03:00:00Z");

    private final StandIn services = Console.SERVICES;
    private Visitor keeper;

    @BeforeEach
    void theKeeper() {
        services.forget();
        Samples.everything(services, Samples.standing());
        OrganisationPagesTest.answers(services);
        answers(services);
        keeper = Visitor.signedIn("xa1.thuongtruc");
    }

    static void answers(StandIn services) {
        services.on("POST /api/people/names", List.of(new People.Name(HA, "Lương Thị Hà")))
                .on("GET /api/people/n-9", person(false))
                .on("GET /api/people/n-8", person(true))
                .on("GET /api/people/n-0010", person(false))
                .on("GET /api/people/n-9/readings", new Page<>(readings(), null, 2L))
                .on("GET /api/people/keeping", new People.Keeping(730, 1825, 7))
                .on("GET /api/people/me", new People.Held(
                        HA, "Lương Thị Hà", "+84912345678", "ha@xa.example", List.of("https://sso.example"),
                        List.of(new People.HeldPosition(new PositionId("pos-9"), "Trưởng thôn", new UnitId("u-t1"), "Thôn Suối Đá")), AT, LocalDate.of(2027, 3, 1), readings()))
                .on("POST /api/organisation/units/c1/villages", new Organisation.Villages(List.of(
                        new Organisation.Village(1, "Thôn Một", "thôn", Organisation.VillageState.NEW, null),
                        new Organisation.Village(2, "Thôn Một", "thôn", Organisation.VillageState.TWICE, 1),
                        new Organisation.Village(3, "Thôn Suối Đá", "thôn", Organisation.VillageState.THERE, null)), false));
    }

    private static People.Person person(boolean gone) {
        return new People.Person(HA, "Lương Thị Hà", "+84912345678", null, true, gone, false, 3);
    }

    private static List<People.Reading> readings() {
        return List.of(
                new People.Reading(AT, People.Deed.READ, List.of("name", "phone"), People.Reason.URGING, HA, new PersonId("n-1"), "Chánh Văn phòng · Văn phòng", null, null),
                new People.Reading(AT, People.Deed.READ, List.of("email"), People.Reason.SENDING, HA, null, null, "notification", null));
    }

    @Test
    void holdersHaveNamesAndAVacantPositionIsFilledByInvitation() {
        assertThat(keeper.get("/organisation/units/u-t1").body()).contains("Lương Thị Hà", "/people/n-9");
        services.on("GET /api/organisation/positions/pos-8", new Organisation.Place(
                new PositionId("pos-8"), new UnitId("u-t1"), "Phó Trưởng thôn", Role.OFFICER, false, null, null, null, null, false, false, 1));
        assertThat(keeper.get("/organisation/positions/pos-8").body()).contains("Mời người giữ chức danh", "name=\"phone\"");
        services.on("POST /api/people/invitations", call -> StandIn.json(201, new People.Invited(new InvitationId("i-1"), HA)));
        var done = keeper.post("/organisation/positions/pos-8/invitation", "name", " Lương Thị Hà ", "phone", "0912 345 678", "email", "", "key", "k-7");
        assertThat(done.headers().firstValue("Location")).hasValue("/organisation/units/u-t1");
        var call = services.last("POST /api/people/invitations");
        assertThat(call.header("Idempotency-Key")).isEqualTo("k-7");
        assertThat(EventJson.mapper().readValue(call.body(), People.InvitationWanted.class))
                .isEqualTo(new People.InvitationWanted(new PositionId("pos-8"), "Lương Thị Hà", "0912 345 678", null));
        services.refusing("POST /api/people/invitations", 400, "VALIDATION", "Số điện thoại này không dùng được.");
        var refused = keeper.post("/organisation/positions/pos-8/invitation", "name", "Hà", "phone", "12\"", "email", "");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Số điện thoại này không dùng được.", "value=\"12&quot;\"");
    }

    @Test
    void aPersonIsReachedCorrectedAndForgottenOnRecord() {
        var page = keeper.get("/people/n-9").body();
        assertThat(page).contains("Lương Thị Hà", "tel:+84912345678", "Lần xem này được ghi lại", "name=\"version\" value=\"3\"").doesNotContain("/people/n-9/erasure");
        assertThat(services.last("GET /api/people/n-9").query()).contains("reason=urging");
        services.on("PUT /api/people/n-9", person(false));
        assertThat(keeper.post("/people/n-9", "version", "3", "name", "Lương Thị Hạ", "phone", "0912345678", "email", "").headers().firstValue("Location")).hasValue("/people/n-9");
        assertThat(services.last("PUT /api/people/n-9").header("If-Match")).isEqualTo("\"3\"");
        assertThat(keeper.get("/people/n-9/readings").body()).contains("Chánh Văn phòng · Văn phòng", "Xem", "họ tên", "Liên hệ công việc", "Hệ thống", "Gửi thông báo");
        assertThat(keeper.get("/people/n-8").body()).contains("/people/n-9/erasure", "mất hẳn");
        services.on("POST /api/people/n-8/erasure", person(false));
        assertThat(keeper.post("/people/n-8/erasure", "reason", "Đã nghỉ hưu").headers().firstValue("Location")).hasValue("/people/n-8");
        services.refusing("GET /api/people/n-7", 404, "NOT_FOUND", "Không tìm thấy.");
        assertThat(keeper.get("/people/n-7").statusCode()).isEqualTo(404);
    }

    @Test
    void everybodySeesWhatIsHeldOnThemAndWhoReadIt() {
        var page = keeper.get("/my-data").body();
        assertThat(page).contains("91/2025/QH15", "730", "1.825", "value=\"Lương Thị Hà\"", "https://sso.example", "Trưởng thôn · Thôn Suối Đá", "01/03/2027",
                "/api/people/me", "Chánh Văn phòng · Văn phòng");
        assertThat(keeper.get("/").body()).contains("href=\"/my-data\"");
    }

    @Test
    void aCommuneComesFromATemplateAndItsVillagesFromAList() {
        services.on("POST /api/organisation/communes", new Organisation.CommuneMade(new UnitId("c1"), new Organisation.Imported(9, 16, 0, 0, 2)));
        assertThat(keeper.get("/organisation/new-commune").body()).contains("Xã", "Phường", "Đặc khu");
        assertThat(keeper.post("/organisation/new-commune", "name", "Xã Mây Ngàn", "kind", "commune", "mine", "true").headers().firstValue("Location"))
                .hasValue("/organisation/units/c1/villages");
        assertThat(EventJson.mapper().readValue(services.last("POST /api/organisation/communes").body(), Organisation.CommuneWanted.class))
                .isEqualTo(new Organisation.CommuneWanted(UnitKind.COMMUNE, "Xã Mây Ngàn", true));
        var looked = keeper.post("/organisation/units/c1/villages", "text", "Thôn Một\nThôn Một\nThôn Suối Đá", "step", "look").body();
        assertThat(looked).contains("Sẽ thêm 1 đơn vị", "Ghi hai lần", "như dòng 1", "Đã có", "value=\"write\"");
        services.on("POST /api/organisation/units/c1/villages", new Organisation.Villages(List.of(), true));
        assertThat(keeper.post("/organisation/units/c1/villages", "text", "Thôn Một", "step", "write").headers().firstValue("Location")).hasValue("/organisation/units/c1");
    }

    @Test
    void whoComesFirstSetsTheInstallationUpAndIsSignedIn() {
        services.refusing("GET /api/organisation/setup", 503, "UNAVAILABLE", "Hãy thử lại.");
        assertThat(new Visitor().get("/sign-in").statusCode()).isEqualTo(200);
        services.on("GET /api/organisation/setup", new Organisation.Setup(true));
        var first = new Visitor();
        assertThat(first.get("/sign-in").headers().firstValue("Location")).hasValue("/setup");
        assertThat(first.get("/setup").body()).contains("Mã thiết lập", "type=\"password\"");
        services.refusing("POST /api/organisation/setup", 403, "SETUP_TOKEN", "Mã thiết lập không đúng.");
        var wrong = first.post("/setup", "token", "sai-ma", "provinceName", "Tỉnh Hải Lâm", "provinceCode", "hai-lam", "name", "Hà", "phone", "0912345678", "email", "");
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(wrong.body()).contains("Mã thiết lập không đúng.", "value=\"Tỉnh Hải Lâm\"").doesNotContain("sai-ma");
        services.on("POST /api/organisation/setup", call -> StandIn.json(201, new Organisation.SetUp(new UnitId("hai-lam"), new PersonId("n-0010"))));
        var session = first.session();
        var done = first.post("/setup", "token", "dung-ma", "provinceName", "Tỉnh Hải Lâm", "provinceCode", "hai-lam", "name", "Hà", "phone", "0912345678", "email", "");
        assertThat(done.headers().firstValue("Location")).hasValue("/organisation/new-commune");
        assertThat(services.last("POST /api/organisation/setup").header("Setup-Token")).isEqualTo("dung-ma");
        assertThat(first.session()).isNotEqualTo(session);
        assertThat(first.get("/organisation/new-commune").statusCode()).isEqualTo(200);
        assertThat(new Visitor().get("/sign-in").statusCode()).as("once set up, it is never asked again").isEqualTo(200);
        assertThat(new Visitor().get("/setup").headers().firstValue("Location")).hasValue("/");
    }
}
