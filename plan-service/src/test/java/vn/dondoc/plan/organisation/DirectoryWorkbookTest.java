package vn.dondoc.plan.organisation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.People;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.ProgrammeScope;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.PlanServiceTest;
import vn.dondoc.platform.sheet.WorkbookWriter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A directory goes out as a workbook and comes back: looked at first, every wrong cell named, and nothing written before it is confirmed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DirectoryWorkbookTest extends PlanServiceTest {

    private static final String IMPORT = "/api/organisation/import/workbooks";

    @Autowired MongoTemplate mongo;

    @Test
    void what_goes_out_comes_back_without_a_difference() {
        take(new Organisation.Directory(
                List.of(new UnitState(new UnitId("wb-a"), "=Phòng \"A\" & B", List.of("một; hai", "ba"), UnitKind.OFFICE, PROVINCE.unit("xa1"), PROVINCE.unit("xa1"),
                                PROVINCE.unit("tinh"), false, true),
                        new UnitState(new UnitId("wb-b"), "Hợp tác xã B", List.of("một; hai"), UnitKind.BUSINESS, PROVINCE.unit("xa1"), PROVINCE.unit("xa1"),
                                PROVINCE.unit("tinh"), false, false)),
                List.of(), List.of()));
        var preview = looked(workbook(administrator()), administrator());
        assertThat(preview.broken()).isEmpty();
        assertThat(preview.rows()).isGreaterThan(20);
        assertThat(preview.changes()).isEmpty();
        assertThat(preview.would()).isEqualTo(new Organisation.Imported(0, 0, 0, preview.would().unchanged(), 0));
        assertThat(preview.would().unchanged()).isGreaterThan(20);
        assertThat(confirmed(preview, administrator())).isEqualTo(preview.would());

        var asApi = read("/api/organisation/directory", administrator(), Organisation.Directory.class);
        assertThat(asApi.units()).extracting(UnitState::name).contains("=Phòng \"A\" & B");
        assertThat(take(asApi)).isEqualTo(new Organisation.Imported(
                0, 0, 0, asApi.units().size() + asApi.positions().size() + asApi.calendars().size() + asApi.bodies().size(), 0));
    }

    @Test
    void rows_without_codes_become_units_positions_and_bodies_once_they_are_confirmed() throws IOException {
        var file = book(Map.of(
                "Đơn vị", List.of(
                        List.of("Mã", "Tên", "Loại", "Mã cấp trên", "Thường trực"),
                        List.of("", "Thôn Mây Trắng", "thôn", "pl-xa2", ""),
                        List.of("", "Thôn Mây Hồng", "Ấp", "pl-xa2", "không"),
                        List.of("wc-bcd", "Ban Chỉ đạo chuyển đổi số", "Ban chỉ đạo", "pl-xa2", "")),
                "Chức danh", List.of(
                        List.of("Vai trò", "Chức danh", "Mã đơn vị", "Mã", "Mã người giữ"),
                        List.of("truong thon", "Trưởng thôn Một", "pl-xa2.thon1", "wc-truong", "wc-nguoi")),
                "Tổ chức", List.of(
                        List.of("Mã", "Tên", "Loại", "Mã xã", "Mã đơn vị", "Mã đơn vị đôn đốc"),
                        List.of("wc-body", "Ban Chỉ đạo chuyển đổi số", "Ban chỉ đạo", "pl-xa2", "wc-bcd", "pl-xa2.vhxh")),
                "Thành viên", List.of(
                        List.of("Mã tổ chức", "Mã chức danh", "Tham gia", "Lĩnh vực phụ trách"),
                        List.of("wc-body", PROVINCE.positionId("xa2", Role.COMMUNE_LEADER).value(), "Trưởng ban", "Phụ trách chung"),
                        List.of("wc-body", "wc-truong", "Ủy viên", ""))));
        long before = mongo.getCollection("units").countDocuments();
        var preview = looked(file, administrator());
        assertThat(preview.broken()).isEmpty();
        assertThat(preview.would()).isEqualTo(new Organisation.Imported(3, 1, 0, 0, 1));
        assertThat(preview.changes()).extracting(Organisation.RowChange::name).startsWith("Thôn Mây Trắng", "Thôn Mây Hồng");
        assertThat(preview.changes()).extracting(Organisation.RowChange::row).startsWith(2, 3, 4);
        assertThat(mongo.getCollection("units").countDocuments()).isEqualTo(before);

        confirmation(preview, ELSEWHERE.token("tinh", Role.PROVINCE_ADMINISTRATOR)).expectStatus().isNotFound();
        assertThat(confirmed(preview, administrator())).isEqualTo(preview.would());
        assertThat(confirmed(preview, administrator()).units()).isZero();
        assertThat(looked(file, administrator()).would()).isEqualTo(new Organisation.Imported(0, 0, 0, 5, 0));

        var body = read("/api/organisation/bodies/wc-body", PROVINCE.token("xa2.thon1", Role.VILLAGE_HEAD), Organisation.Body.class);
        assertThat(body.members()).extracting(Organisation.Member::field).containsExactly("Phụ trách chung", null);
        assertThat(body.urgingName()).isEqualTo("Phòng Văn hóa - Xã hội");
        get("/api/organisation/bodies/wc-body", PROVINCE.token("xa1.thon1", Role.VILLAGE_HEAD)).expectStatus().isNotFound();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(topics.read("dondoc.organisation", seen -> seen.key().equals("body/wc-body"))).hasSize(1));
    }

    @Test
    void rows_whose_codes_were_lost_are_found_by_their_names() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook(administrator())))) {
            var positions = book.getSheet("Chức danh");
            for (int row = 1; row <= positions.getLastRowNum(); row++) {
                positions.getRow(row).getCell(0).setBlank();
            }
            var units = book.getSheet("Đơn vị");
            for (int row = 1; row <= units.getLastRowNum(); row++) {
                if (units.getRow(row).getCell(2).getStringCellValue().equals("Công an") && units.getRow(row).getCell(5).getStringCellValue().equals("có")) {
                    units.getRow(row).getCell(0).setBlank();
                }
            }
            book.write(out);
        }
        var preview = looked(out.toByteArray(), administrator());
        assertThat(preview.broken()).isEmpty();
        assertThat(preview.changes()).isEmpty();
    }

    @Test
    void every_wrong_cell_is_named_by_sheet_row_and_column() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(book(Map.of(
                "Đơn vị", List.of(
                        List.of("Mã", "Tên", "Loại", "Mã cấp trên", "Ghi chú", "Thường trực"),
                        List.of("we-1", "Phòng lạc", "phòng", "pl-khong-co", "", ""),
                        List.of("we-2", "", "xóm mới", "pl-xa1", "", "có lẽ"),
                        List.of("we-3", "Thôn\nhai dòng", "Thôn", "pl-xa1", "", ""),
                        List.of("we-3", "Thôn trùng mã", "Thôn", "pl-xa1", "", ""),
                        List.of("we-4", "Phòng của tỉnh khác", "Phòng", "pm-xa1", "", ""),
                        List.of("we-5", "Phòng công thức", "Phòng", "pl-xa1", "", "")),
                "Chức danh", List.of(
                        List.of("Mã", "Mã đơn vị", "Chức danh", "Vai trò", "Hộp thư"),
                        List.of("we-p", "pl-xa1.kinhte", "Trưởng phòng", "sếp", "không phải thư")),
                "Thành viên", List.of(List.of("Mã tổ chức", "Mã chức danh", "Tham gia"), List.of("we-ban", "we-p", "Trưởng")),
                "Linh tinh", List.of(List.of("x"))))))) {
            book.getSheet("Đơn vị").getRow(6).getCell(1).setCellFormula("CONCATENATE(\"a\",\"b\")");
            book.write(out);
        }
        long before = mongo.getCollection("units").countDocuments();
        var preview = looked(out.toByteArray(), administrator());
        assertThat(preview.id()).isNull();
        assertThat(preview.broken()).extracting(one -> one.sheet() + "/" + one.row() + "/" + one.column() + "/" + one.code()).contains(
                "Đơn vị/1/Ghi chú/COLUMN_UNKNOWN",
                "Đơn vị/2/Mã cấp trên/PARENT_UNKNOWN",
                "Đơn vị/3/Tên/NAME_MISSING", "Đơn vị/3/Loại/KIND_UNKNOWN", "Đơn vị/3/Thường trực/CELL_YES_NO",
                "Đơn vị/4/Tên/CELL_CONTROL", "Đơn vị/5/Mã/ID_TWICE", "Đơn vị/7/Tên/CELL_FORMULA",
                "Chức danh/2/Vai trò/ROLE_UNKNOWN", "Chức danh/2/Hộp thư/MAILBOX_BROKEN",
                "Thành viên/2/Mã tổ chức/BODY_UNKNOWN", "Linh tinh/0/null/SHEET_UNKNOWN");
        assertThat(preview.broken()).filteredOn(one -> one.row() == 6).isNotEmpty();
        assertThat(preview.broken()).allSatisfy(one -> assertThat(one.message()).isNotBlank().isNotEqualTo(one.code()));
        assertThat(mongo.getCollection("units").countDocuments()).isEqualTo(before);
        assertThat(mongo.getCollection("importFiles").countDocuments(new org.bson.Document("fingerprint", null))).isZero();
    }

    @Test
    void what_changed_meanwhile_has_to_be_looked_at_again() throws IOException {
        var file = book(Map.of("Đơn vị", List.of(List.of("Mã", "Tên", "Loại", "Mã cấp trên"), List.of("wo-1", "Thôn Mới", "Thôn", "pl-xa2"))));
        var preview = looked(file, administrator());
        take(new Organisation.Directory(List.of(new UnitState(new UnitId("wo-1"), "Thôn Khác", List.of(), UnitKind.VILLAGE, PROVINCE.unit("xa2"),
                PROVINCE.unit("xa2"), PROVINCE.unit("tinh"), false, true)), List.of(), List.of()));
        confirmation(preview, administrator()).expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo("PREVIEW_OUTDATED");
        var again = looked(file, administrator());
        assertThat(again.changes()).singleElement().satisfies(change -> assertThat(change.made()).isFalse());
        assertThat(confirmed(again, administrator()).units()).isEqualTo(1);
    }

    @Test
    void the_administrator_of_a_commune_keeps_what_is_below_it() throws IOException {
        take(new Organisation.Directory(List.of(), List.of(new PositionState(
                new PositionId("wk-qt"), PROVINCE.unit("xa2.vhxh"), "Quản trị", Role.COMMUNE_ADMINISTRATOR, new PersonId("wk-nguoi"), null),
                new PositionState(new PositionId("wk-57"), PROVINCE.unit("xa2.vhxh"), "Theo dõi NQ 57", Role.COMMUNE_STANDING, null, null, null, new ProgrammeScope("NQ 57", null))),
                List.of()));
        var keeper = vn.dondoc.testing.TestIssuer.token(new PersonId("wk-nguoi"));
        await().atMost(LIMIT).untilAsserted(() -> get("/api/organisation/directory", keeper).expectStatus().isOk());
        var own = read("/api/organisation/directory", keeper, Organisation.Directory.class);
        assertThat(own.units()).extracting(UnitState::commune).containsOnly(PROVINCE.unit("xa2"));
        var back = looked(workbook(keeper), keeper);
        assertThat(back.broken()).isEmpty();
        assertThat(back.changes()).isEmpty();

        var heading = List.of("Mã", "Tên", "Loại", "Mã cấp trên");
        assertThat(looked(book(Map.of("Đơn vị", List.of(heading, List.of("", "Thôn Của Xã Hai", "Thôn", "pl-xa2")))), keeper).broken()).isEmpty();
        for (var beyond : List.of(
                List.of("", "Thôn Lạc", "Thôn", "pl-xa1"), List.of("pl-xa1.thon1", "Thôn Một", "Thôn", "pl-xa2"), List.of("pl-xa2", "Xã Đổi Tên", "Xã", "pl-tinh"),
                List.of("wk-sở", "Sở Mới", "Sở", "pl-tinh"))) {
            assertThat(looked(book(Map.of("Đơn vị", List.of(heading, beyond))), keeper).broken()).as(beyond.toString()).isNotEmpty();
        }
        get("/api/organisation/directory", PROVINCE.token("xa1.vhxh", Role.COMMUNE_STANDING)).expectStatus().isForbidden();
        get("/api/organisation/directory/workbook", PROVINCE.token("xa1.vhxh", Role.COMMUNE_STANDING)).expectStatus().isForbidden();
    }

    @Test
    void people_come_with_their_positions_and_are_recognised_when_they_come_again() throws IOException {
        var heading = List.of("Mã", "Mã đơn vị", "Chức danh", "Vai trò", "Mã người giữ", "Họ và tên", "Điện thoại", "E-mail");
        var file = book(Map.of("Chức danh", List.of(
                heading,
                List.of("wp-1", "pl-xa2.kinhte", "Công chức A", "Công chức", "", "Trần Văn  Mười", "0987 000 101", ""),
                List.of("wp-2", "pl-xa2.vhxh", "Công chức B", "Công chức", "", "TRẦN VĂN MƯỜI", "+84 987.000.101", "muoi@xa.example"),
                List.of("wp-3", "pl-xa2.vhxh", "Công chức C", "Công chức", "wp-ma", "Lê Thị Chín", "", ""),
                List.of("wp-4", "pl-xa2.vhxh", "Công chức D", "Công chức", "", "", "", ""))));
        long before = mongo.getCollection("people").countDocuments();
        var preview = looked(file, administrator());
        assertThat(preview.broken()).isEmpty();
        assertThat(preview.would()).isEqualTo(new Organisation.Imported(0, 4, 0, 0, 0, 2));
        assertThat(preview.changes()).extracting(Organisation.RowChange::name).contains("Công chức A", "Trần Văn Mười", "Lê Thị Chín");
        assertThat(mongo.getCollection("people").countDocuments()).isEqualTo(before);
        // What waits to be confirmed tells nobody who looks into the database anything
        var waiting = Objects.requireNonNull(mongo.getCollection("importFiles").find(new org.bson.Document("_id", preview.id())).first());
        assertThat(new String(file, ISO_8859_1)).contains("xl/workbook.xml");
        assertThat(new String(waiting.get("file", org.bson.types.Binary.class).getData(), ISO_8859_1)).doesNotContain("xl/workbook.xml");

        assertThat(confirmed(preview, administrator())).isEqualTo(preview.would());
        assertThat(confirmed(preview, administrator())).isEqualTo(new Organisation.Imported(0, 0, 0, 4, 0, 0));
        assertThat(looked(file, administrator()).would()).isEqualTo(new Organisation.Imported(0, 0, 0, 4, 0, 0));
        var holder = read("/api/organisation/positions/wp-1", administrator(), Organisation.Place.class).holder();
        assertThat(read("/api/organisation/positions/wp-2", administrator(), Organisation.Place.class).holder()).isEqualTo(holder);
        assertThat(read("/api/organisation/positions/wp-3", administrator(), Organisation.Place.class).holder()).isEqualTo(new PersonId("wp-ma"));
        var person = read("/api/people/" + holder, administrator(), People.Person.class);
        assertThat(person.name()).isEqualTo("Trần Văn Mười");
        assertThat(person.phone()).isEqualTo("+84987000101");
        assertThat(person.email()).isEqualTo("muoi@xa.example");
        assertThat(mongo.getCollection("history").find().into(new java.util.ArrayList<>()).toString() + topics.read("dondoc.organisation", _ -> true))
                .doesNotContain("987000101", "987 000 101", "muoi@xa");

        // Out with names and contacts, recorded, and in again without a difference; without them nothing of them is changed either
        var full = people(administrator());
        assertThat(looked(full, administrator())).satisfies(back -> {
            assertThat(back.broken()).isEmpty();
            assertThat(back.changes()).isEmpty();
        });
        assertThat(new String(unzipped(full), UTF_8)).contains("0987000101", "muoi@xa.example");
        assertThat(new String(unzipped(workbook(administrator())), UTF_8)).doesNotContain("0987000101", "muoi@xa.example");
        assertThat(read("/api/people/" + holder + "/readings", administrator(), String.class)).contains("handed-out", "entered");

        // A new telephone of the holder of that name; a new holder where the name is another one
        var moved = looked(book(Map.of("Chức danh", List.of(
                heading,
                List.of("wp-1", "pl-xa2.kinhte", "Công chức A", "Công chức", "", "Trần Văn Mười", "0987 000 102", ""),
                List.of("wp-3", "pl-xa2.vhxh", "Công chức C", "Công chức", "", "Lê Thị Mới", "0987 000 103", "")))), administrator());
        assertThat(moved.would()).isEqualTo(new Organisation.Imported(0, 1, 0, 1, 0, 2));
        assertThat(confirmed(moved, administrator())).isEqualTo(moved.would());
        assertThat(read("/api/people/" + holder, administrator(), People.Person.class).phone()).isEqualTo("+84987000102");
        assertThat(read("/api/organisation/positions/wp-3", administrator(), Organisation.Place.class).holder()).isNotEqualTo(new PersonId("wp-ma"));
    }

    @Test
    void people_who_cannot_be_meant_are_named_by_their_cells() throws IOException {
        var heading = List.of("Mã", "Mã đơn vị", "Chức danh", "Vai trò", "Mã người giữ", "Họ và tên", "Điện thoại", "E-mail");
        assertThat(confirmed(looked(book(Map.of("Chức danh", List.of(
                heading,
                List.of("wq-1", "pl-xa1.kinhte", "Công chức", "Công chức", "wq-a", "Phạm Văn An", "0987 000 201", ""),
                List.of("wq-2", "pl-xa1.kinhte", "Công chức", "Công chức", "wq-b", "Phạm Văn Bình", "0987 000 202", "binh@xa.example")))), administrator()), administrator()).people())
                .isEqualTo(2);
        var rows = List.of(
                heading,
                List.of("wq-3", "pl-xa1.kinhte", "Chức danh 3", "Công chức", "", "Phạm Văn Khác", "0987 000 201", ""),
                List.of("wq-4", "pl-xa1.kinhte", "Chức danh 4", "Công chức", "", "Phạm Văn An", "0987 000 201", "binh@xa.example"),
                List.of("wq-5", "pl-xa1.kinhte", "Chức danh 5", "Công chức", "", "Không Ai Biết", "", ""),
                List.of("wq-6", "pl-xa1.kinhte", "Chức danh 6", "Công chức", "", "", "12", "thư"),
                List.of("wq-7", "pl-xa1.kinhte", "Chức danh 7", "Công chức", "wq-b", "Phạm Văn Bình", "0987 000 201", ""),
                List.of("wq-8", "pl-xa1.kinhte", "Chức danh 8", "Công chức", "", "Vũ Một", "0987 000 208", ""),
                List.of("wq-9", "pl-xa1.kinhte", "Chức danh 9", "Công chức", "", "Vũ Hai", "0987 000 208", ""));
        var preview = looked(book(Map.of("Chức danh", rows)), administrator());
        assertThat(preview.id()).isNull();
        assertThat(preview.broken()).extracting(one -> one.row() + "/" + one.column() + "/" + one.code()).containsExactlyInAnyOrder(
                "2/Điện thoại/CONTACT_OF_ANOTHER", "3/Điện thoại/CONTACTS_OF_TWO", "4/Điện thoại/CONTACT_NEEDED", "5/Họ và tên/PERSON_NAME",
                "5/Điện thoại/PHONE_BROKEN", "5/E-mail/EMAIL_BROKEN", "6/Điện thoại/CONTACT_TAKEN", "8/Điện thoại/CONTACT_OF_ANOTHER");
        assertThat(preview.broken()).allSatisfy(one -> assertThat(one.message()).isNotBlank().isNotEqualTo(one.code()));

        // Who keeps another commune gives a position to somebody who is known, but sets nothing right that is kept elsewhere
        take(new Organisation.Directory(List.of(), List.of(new PositionState(
                new PositionId("wq-qt"), PROVINCE.unit("xa2.vhxh"), "Quản trị", Role.COMMUNE_ADMINISTRATOR, new PersonId("wq-nguoi"), null)), List.of()));
        var keeper = vn.dondoc.testing.TestIssuer.token(new PersonId("wq-nguoi"));
        await().atMost(LIMIT).untilAsserted(() -> get("/api/organisation/directory", keeper).expectStatus().isOk());
        assertThat(looked(book(Map.of("Chức danh", List.of(
                heading, List.of("wq-10", "pl-xa2.vhxh", "Kiêm nhiệm", "Công chức", "", "Phạm Văn An", "0987 000 201", "")))), keeper).broken()).isEmpty();
        assertThat(looked(book(Map.of("Chức danh", List.of(
                heading, List.of("wq-10", "pl-xa2.vhxh", "Kiêm nhiệm", "Công chức", "", "Phạm Văn An", "0987 000 201", "moi@xa.example")))), keeper).broken())
                .extracting(Organisation.BrokenCell::code).containsExactly("PERSON_ELSEWHERE");
        assertThat(new String(unzipped(people(keeper)), UTF_8)).doesNotContain("0987000201");
        // Nor enters a telephone for somebody of elsewhere of whom nothing is known yet, by which that person would come in
        var leader = PROVINCE.person("xa1", Role.COMMUNE_LEADER);
        var taking = List.of("wq-11", "pl-xa2.vhxh", "Kiêm nhiệm", "Công chức", leader.value(), "Chủ tịch xã bên", "0987 000 299", "");
        assertThat(looked(book(Map.of("Chức danh", List.of(heading, taking))), keeper).broken()).extracting(Organisation.BrokenCell::code).containsExactly("PERSON_ELSEWHERE");
        // Also not where the post was given first
        take(new Organisation.Directory(List.of(), List.of(new PositionState(
                new PositionId("wq-11"), PROVINCE.unit("xa2.vhxh"), "Kiêm nhiệm", Role.OFFICER, leader, null)), List.of()));
        assertThat(looked(book(Map.of("Chức danh", List.of(heading, taking))), keeper).broken()).extracting(Organisation.BrokenCell::code).containsExactly("PERSON_ELSEWHERE");
        http.put().uri("/api/people/" + leader).header("Authorization", "Bearer " + keeper).header("If-Match", "\"0\"").contentType(MediaType.APPLICATION_JSON)
                .body(new People.Correction("Chủ tịch xã bên", "0987 000 299", null)).exchange().expectStatus().isNotFound();
        assertThat(looked(book(Map.of("Chức danh", List.of(heading, taking))), administrator()).broken()).as("whoever keeps both places may").isEmpty();
    }

    private static byte[] unzipped(byte[] workbook) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipInputStream(new ByteArrayInputStream(workbook))) {
            while (zip.getNextEntry() != null) {
                zip.transferTo(out);
            }
        }
        return out.toByteArray();
    }

    private byte[] people(String token) {
        return Objects.requireNonNull(get("/api/organisation/directory/workbook?people=true", token).expectStatus().isOk()
                .expectBody(byte[].class).returnResult().getResponseBody());
    }

    @Test
    void what_is_no_workbook_is_refused_with_a_sentence() {
        look("Mã;Tên".getBytes(UTF_8), administrator()).expectStatus().isEqualTo(422).expectBody().jsonPath("$.code").isEqualTo("NOT_A_WORKBOOK");
        look(new byte[10_000_001], administrator()).expectStatus().isEqualTo(413);
    }

    /** 170 communes of 59 units each, 15,000 people: looked at and taken over. The last one, since all others would carry them along. */
    @Test
    @Tag("full")
    @Order(Integer.MAX_VALUE)
    void ten_thousand_units_and_fifteen_thousand_people_take_less_than_half_a_minute() throws IOException {
        var file = LargeDirectory.workbook("pl", "wl", 170, 59, 15_000);
        var started = System.nanoTime();
        var preview = looked(file, administrator());
        var seen = Duration.ofNanos(System.nanoTime() - started);
        assertThat(preview.broken()).isEmpty();
        var done = confirmed(preview, administrator());
        var all = Duration.ofNanos(System.nanoTime() - started);
        System.out.printf("directory: %d KB, looked at in %d ms, taken over in %d ms%n", file.length / 1000, seen.toMillis(), all.minus(seen).toMillis());
        assertThat(done.units()).isEqualTo(10_030);
        assertThat(done.positions()).isEqualTo(15_000);
        assertThat(done.people()).isEqualTo(15_000);
        assertThat(all).isLessThan(Duration.ofSeconds(30));
    }

    private static byte[] book(Map<String, List<List<String>>> sheets) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new WorkbookWriter()) {
            sheets.forEach((name, rows) -> book.sheet(name, rows.getFirst(), rows.getFirst().stream().map(_ -> 20).toList(),
                    line -> rows.subList(1, rows.size()).forEach(line::of)));
            book.to(out);
        }
        return out.toByteArray();
    }

    private byte[] workbook(String token) {
        return Objects.requireNonNull(get("/api/organisation/directory/workbook", token).expectStatus().isOk()
                .expectBody(byte[].class).returnResult().getResponseBody());
    }

    private Organisation.ImportPreview looked(byte[] file, String token) {
        return Objects.requireNonNull(look(file, token).expectStatus().isOk().expectBody(Organisation.ImportPreview.class).returnResult().getResponseBody());
    }

    private RestTestClient.ResponseSpec look(byte[] file, String token) {
        var body = new MultipartBodyBuilder();
        body.part("file", new ByteArrayResource(file)).filename("danh-muc.xlsx");
        return http.post().uri(IMPORT).header("Authorization", "Bearer " + token).contentType(MediaType.MULTIPART_FORM_DATA).body(body.build()).exchange();
    }

    private Organisation.Imported confirmed(Organisation.ImportPreview preview, String token) {
        return Objects.requireNonNull(confirmation(preview, token).expectStatus().isOk().expectBody(Organisation.Imported.class).returnResult().getResponseBody());
    }

    private RestTestClient.ResponseSpec confirmation(Organisation.ImportPreview preview, String token) {
        return http.post().uri(IMPORT + "/" + preview.id() + "/confirmation").header("Authorization", "Bearer " + token).exchange();
    }

    private Organisation.Imported take(Organisation.Directory directory) {
        return Objects.requireNonNull(http.post().uri("/api/organisation/import").header("Authorization", "Bearer " + administrator())
                .contentType(MediaType.APPLICATION_JSON).body(directory).exchange().expectStatus().isOk()
                .expectBody(Organisation.Imported.class).returnResult().getResponseBody());
    }

    private static String administrator() {
        return PROVINCE.token("tinh", Role.PROVINCE_ADMINISTRATOR);
    }
}
