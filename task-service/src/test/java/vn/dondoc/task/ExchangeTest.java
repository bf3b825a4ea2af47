package vn.dondoc.task;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.contracts.api.Organisation.BrokenCell;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Systems;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.AssigningLevel;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.platform.sheet.WorkbookWriter;
import vn.dondoc.testing.WritingCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Tasks for the systems of others and from them, against the real database. */
class ExchangeTest extends TaskTest {

    private static final List<String> HEADINGS = List.of("Mã NV", "Tên nhiệm vụ", "Kết quả", "Tỷ lệ", "Số liệu");
    private static final String COLUMNS = "heading=Mã NV&field=code&heading=Tên nhiệm vụ&field=title&heading=Kết quả&field=progress&heading=Tỷ lệ&field=percent&heading=Số liệu&field=figures";

    ExchangeTest() {
        super("ex");
    }

    @Test
    void the_tasks_of_a_system_go_out_with_their_codes_in_its_columns_and_come_back_without_a_difference() throws IOException {
        var central = coded("57-01", AssigningLevel.CENTRAL, "Nghị quyết số 57-NQ/TW");
        coded("57-02", AssigningLevel.PROVINCE, "Đề án 06");
        planned(KINHTE);
        post("/api/tasks/" + central + "/progress", officer(), new Tasks.Progress(
                "=Đã lắp 3 điểm", null, 40, null, List.of(new Tasks.Figure("Số điểm", new BigDecimal("1250.5"), new BigDecimal("3000"), "điểm")))).expectStatus().isOk();

        var rows = rows("programme=NQ 57&level=central&coded=true");
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.code()).isEqualTo("57-01");
            assertThat(row.note()).isEqualTo("=Đã lắp 3 điểm");
            assertThat(row.percent()).isEqualTo(40);
            assertThat(row.mayRecord()).isTrue();
        });
        assertThat(rows("coded=true")).extracting(Systems.Row::code).contains("57-01", "57-02").doesNotContainNull();

        var file = Objects.requireNonNull(get("/api/tasks/exchange/workbook?coded=true&programme=nq57&" + COLUMNS, officer()).expectStatus().isOk().returnResult(byte[].class).getResponseBodyContent());
        assertThat(cells(file)).containsExactly(HEADINGS, List.of("57-01", rows.getFirst().title(), "=Đã lắp 3 điểm", "40", "Số điểm: 1.250,5/3.000 điểm"));
        var again = look(file);
        assertThat(again.broken()).isEmpty();
        assertThat(again.same()).isEqualTo(1);
        assertThat(again.readings()).isEmpty();
    }

    @Test
    void what_a_sheet_tells_is_matched_by_code_and_written_by_nobody() {
        var id = coded("57-11", AssigningLevel.CENTRAL, null);
        coded("57-12", AssigningLevel.CENTRAL, null);
        var done = coded("57-13", AssigningLevel.CENTRAL, null);
        post("/api/tasks/" + done + "/cancellation", standing(), new Tasks.Decision("Trùng")).expectStatus().isOk();
        var file = book(List.of(
                List.of("57-11", "", "Đã tập huấn", "60 %", "Số lớp: 2/5 lớp; Tỷ lệ: 12,5%"), List.of("57-12", "", "Đang làm", "0.4", "hai lớp"),
                List.of("57-99", "", "Không biết", "", ""), List.of("57-11", "", "Hai lần", "", ""), List.of("57-13", "", "Đã thôi", "", "")));

        var preview = look(file);

        assertThat(preview.readings()).singleElement().satisfies(reading -> {
            assertThat(reading.task().value()).isEqualTo(id);
            assertThat(reading.row()).isEqualTo(2);
            assertThat(reading.note()).isEqualTo("Đã tập huấn");
            assertThat(reading.percent()).isEqualTo(60);
            assertThat(reading.noteBefore()).isNull();
            assertThat(reading.figures()).extracting(Tasks.Figure::name, Tasks.Figure::value, Tasks.Figure::unit)
                    .containsExactly(tuple("Số lớp", new BigDecimal("2"), "lớp"), tuple("Tỷ lệ", new BigDecimal("12.5"), "%"));
        });
        assertThat(preview.unknown()).extracting(Systems.UnknownCode::row, Systems.UnknownCode::code).containsExactly(tuple(4, "57-99"), tuple(6, "57-13"));
        assertThat(preview.broken()).extracting(BrokenCell::row, BrokenCell::column, BrokenCell::code).containsExactlyInAnyOrder(
                tuple(3, "Tỷ lệ", "PERCENT_RANGE"), tuple(3, "Số liệu", "EXCHANGE_FIGURES"), tuple(5, "Mã NV", "EXCHANGE_CODE_TWICE"));
        assertThat(task(id, officer()).lastNote()).isNull();
    }

    @Test
    void what_is_sent_beside_the_sheet_under_strange_names_breaks_nothing() {
        var out = new ByteArrayOutputStream();
        strange(out, "n\u00b4\u00bc", "Z\u00fdo\ud83d\ude30\u008a");
        strange(out, "\u0083l\u0006\udb9b\udf4d", "{\"\\u00b7\": -2.5e-203}");
        out.writeBytes("--of-parts\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file\"\r\n\r\nx\r\n".getBytes(StandardCharsets.UTF_8));
        for (var field : List.of("ordinal", "code", "percent", "number", "title", "commune", "disbursed", "submitted-on", "number", "commune", "product", "time-class", "figures")) {
            strange(out, "field", field);
        }
        out.writeBytes("--of-parts--\r\n".getBytes(StandardCharsets.UTF_8));
        http.post().uri("/api/tasks/exchange/preview").header("Authorization", "Bearer " + officer()).contentType(MediaType.valueOf("multipart/form-data; boundary=of-parts"))
                .body(out.toByteArray()).exchange().expectStatus().isBadRequest().expectBody().jsonPath("$.code").isEqualTo("VALIDATION");
    }

    private static void strange(ByteArrayOutputStream out, String name, String value) {
        out.writeBytes(("--of-parts\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_is_another_units_or_no_such_sheet_is_told() {
        coded("57-21", AssigningLevel.CENTRAL, null);
        var file = book(List.of(List.of("57-21", "", "Của đơn vị khác", "", "")));
        assertThat(look(file, leader()).broken()).extracting(BrokenCell::code).containsExactly("EXCHANGE_NOT_YOURS");
        assertThat(look(file, province.token("xa2.vhxh", Role.COMMUNE_STANDING)).unknown()).hasSize(1);
        get("/api/tasks/exchange/workbook?heading=a&field=title", officer()).expectStatus().isBadRequest();
        get("/api/tasks/exchange?level=moon", officer()).expectStatus().isBadRequest();
        sent("không phải bảng tính".getBytes(StandardCharsets.UTF_8), officer()).expectStatus().isEqualTo(422);
    }

    static WritingCall.Content content(byte[] file) {
        var out = new ByteArrayOutputStream();
        var fields = List.of("code", "title", "progress", "percent", "figures");
        for (int at = 0; at < fields.size(); at++) {
            part(out, "heading", HEADINGS.get(at));
            part(out, "field", fields.get(at));
        }
        out.writeBytes("--of-parts\r\nContent-Disposition: form-data; name=\"file\"; filename=\"nq57.xlsx\"\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        out.writeBytes(file);
        out.writeBytes("\r\n--of-parts--\r\n".getBytes(StandardCharsets.UTF_8));
        return new WritingCall.Content("multipart/form-data; boundary=of-parts", out.toByteArray());
    }

    private static void part(ByteArrayOutputStream out, String name, String value) {
        out.writeBytes(("--of-parts\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    static byte[] book(List<List<String>> rows) {
        var out = new ByteArrayOutputStream();
        try (var book = new WorkbookWriter()) {
            book.sheet("Nhiệm vụ", HEADINGS, List.of(10, 10, 10, 10, 10), line -> rows.forEach(line::of));
            book.to(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private String coded(String code, AssigningLevel level, String programme) {
        var id = planned(KINHTE);
        post("/api/tasks/" + id + "/particulars", standing(), new Tasks.ParticularsWanted(code, level, programme, null)).expectStatus().isOk();
        return id;
    }

    private List<Systems.Row> rows(String query) {
        var items = new ArrayList<Systems.Row>();
        var page = get("/api/tasks/exchange?" + query, officer()).expectStatus().isOk()
                .expectBody(new ParameterizedTypeReference<Page<Systems.Row>>() {}).returnResult().getResponseBody();
        items.addAll(Objects.requireNonNull(page).items());
        return items;
    }

    private Systems.Preview look(byte[] file) {
        return look(file, officer());
    }

    private Systems.Preview look(byte[] file, String token) {
        return Objects.requireNonNull(sent(file, token).expectStatus().isOk().expectBody(Systems.Preview.class).returnResult().getResponseBody());
    }

    private RestTestClient.ResponseSpec sent(byte[] file, String token) {
        var content = content(file);
        return http.post().uri("/api/tasks/exchange/preview").header("Authorization", "Bearer " + token).contentType(MediaType.valueOf(content.type())).body(content.bytes()).exchange();
    }

    private static List<List<String>> cells(byte[] file) throws IOException {
        var rows = new ArrayList<List<String>>();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            book.getSheetAt(0).forEach(row -> {
                var cells = new ArrayList<String>();
                row.forEach(cell -> {
                    assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                    cells.add(cell.getStringCellValue());
                });
                rows.add(cells);
            });
        }
        return rows;
    }
}
