package vn.dondoc.task;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.platform.file.Fingerprint;
import vn.dondoc.task.file.UnnamedFiles;

import static org.assertj.core.api.Assertions.assertThat;

/** Evidence goes with what is told, and comes out again with its fingerprint; the file of a task tells how it stood on a day. */
class EvidenceTest extends TaskTest {

    private static final byte[] PDF = "%PDF-1.7 bao cao so 05".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PHOTO = HexFormat.of().parseHex("ffd8ffe000104a464946");

    @Autowired UnnamedFiles unnamed;

    EvidenceTest() {
        super("ev");
    }

    @AfterEach
    void clockBack() {
        clock.shiftTo(Duration.ZERO);
    }

    @Test
    void a_file_goes_with_a_completion_and_whoever_sees_the_task_reads_it() {
        var id = planned(KINHTE);
        var report = sent(id, officer(), "Báo cáo.pdf", PDF);
        assertThat(report.sha256()).isEqualTo(Fingerprint.of(PDF));
        assertThat(report.size()).isEqualTo(PDF.length);
        var photo = sent(id, standing(), "..\\anh thon.exe", PHOTO);
        assertThat(photo.name()).isEqualTo("anh thon.exe.jpg");
        assertThat(photo.contentType()).isEqualTo("image/jpeg");
        assertThat(task(id, officer()).files()).as("nothing was told with them yet").isEmpty();
        get(path(id, report), standing()).expectStatus().isNotFound();
        get(path(id, report), officer()).expectStatus().isOk();

        post("/api/tasks/" + id + "/completion", officer(), new Tasks.Completion("Đã xong", null, null, null, null, null, null, List.of(report.id(), photo.id()))).expectStatus().isOk();

        var shown = task(id, standing());
        assertThat(shown.files()).extracting(Tasks.File::name).containsExactly("Báo cáo.pdf", "anh thon.exe.jpg");
        assertThat(shown.files().getFirst().unitName()).isEqualTo("Phòng Kinh tế");
        assertThat(shown.history().getLast().type()).isEqualTo("FilesAttached");
        assertThat(shown.history().getLast().note()).isEqualTo("Báo cáo.pdf, anh thon.exe.jpg");
        var answer = get(path(id, report), province.token("tinh", Role.PROVINCE_VIEWER)).expectStatus().isOk().returnResult(byte[].class);
        assertThat(answer.getResponseBodyContent()).isEqualTo(PDF);
        assertThat(answer.getResponseHeaders().getFirst("Content-Disposition")).startsWith("attachment;");
        assertThat(answer.getResponseHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        for (var stranger : List.of(province.token("xa2", Role.COMMUNE_LEADER), province.token("xa1.thon1", Role.VILLAGE_HEAD))) {
            get(path(id, report), stranger).expectStatus().isNotFound();
            get("/api/tasks/" + id + "/dossier", stranger).expectStatus().isNotFound();
            send(id, stranger, "x.pdf", PDF).expectStatus().isNotFound();
        }
        var other = planned(KINHTE);
        get("/api/tasks/" + other + "/files/" + report.id(), officer()).expectStatus().isNotFound();
        assertThat(eventsOf(id)).containsExactly("TaskAssigned", "TaskAcknowledged", "CompletionSubmitted");
    }

    @Test
    void what_nobody_told_of_is_taken_away_after_a_week_and_what_the_history_names_is_not() {
        var id = planned(KINHTE);
        var told = sent(id, officer(), "anh.jpg", PHOTO);
        var forgotten = sent(id, officer(), "nham.pdf", PDF);
        post("/api/tasks/" + id + "/progress", officer(), new Tasks.Progress("Ảnh hiện trường", null, null, List.of(told.id()))).expectStatus().isOk();
        clock.shiftTo(UnnamedFiles.KEPT.minusHours(1));
        unnamed.round();
        assertThat(kept(forgotten)).as("not yet").isTrue();
        clock.shiftTo(UnnamedFiles.KEPT.plusHours(1));
        unnamed.round();
        unnamed.round();
        var late = new Tasks.Progress("Muộn", null, null, List.of(forgotten.id()));
        post("/api/tasks/" + id + "/progress", officer(), late).expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].code").isEqualTo("FILE_UNKNOWN");
        assertThat(kept(forgotten)).as("put aside").isTrue();
        clock.shiftTo(UnnamedFiles.KEPT.plusHours(3));
        unnamed.round();
        assertThat(kept(forgotten)).isFalse();
        assertThat(contents(id)).as("of the two only what was told of").isOne();
        get(path(id, told), officer()).expectStatus().isOk();
    }

    @Test
    void what_was_told_of_while_it_was_put_aside_stays() {
        var id = planned(KINHTE);
        var slow = sent(id, officer(), "cham.pdf", PDF);
        post("/api/tasks/" + id + "/progress", officer(), new Tasks.Progress("Kịp", null, null, List.of(slow.id()))).expectStatus().isOk();
        // As if the history had been looked at just before
        mongo.getCollection("task_files").updateOne(
                new Document("_id", slow.id()), new Document("$set", new Document("aside", true).append("lookAt", new java.util.Date(0))));
        unnamed.round();
        get(path(id, slow), officer()).expectStatus().isOk();
        assertThat(task(id, officer()).files()).extracting(Tasks.File::name).containsExactly("cham.pdf");
    }

    private boolean kept(Tasks.File file) {
        return mongo.getCollection("task_files").countDocuments(new Document("_id", file.id())) == 1;
    }

    private long contents(String task) {
        return mongo.getCollection("evidence.files").countDocuments(new Document("metadata.task", task));
    }

    @Test
    void what_is_not_taken_is_refused_with_its_sentence() throws IOException {
        var id = planned(KINHTE);
        send(id, officer(), "a.pdf", "MZ".getBytes(StandardCharsets.US_ASCII)).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.code").isEqualTo("FILE_KIND_UNKNOWN").jsonPath("$.detail").value(String.class, text -> assertThat(text).contains(".pdf, .docx"));
        send(id, officer(), "a.pdf", new byte[30 * 1024 * 1024 + 1]).expectStatus().isEqualTo(413).expectBody().jsonPath("$.code").isEqualTo("TOO_LARGE");
        send(id, province.token("xa1.congan", Role.UNIT_HEAD), "a.pdf", PDF).expectStatus().isForbidden().expectBody().jsonPath("$.code").isEqualTo("NOT_LEAD");
        post("/api/tasks/" + id + "/files", officer(), "{}").expectStatus().isEqualTo(415);
        assertThat(sent(id, officer(), "to-trinh", word()).name()).isEqualTo("to-trinh.docx");
        var one = sent(id, officer(), "a.pdf", PDF);
        var elsewhere = sent(planned(KINHTE), officer(), "a.pdf", PDF);
        for (var files : List.of(List.of(elsewhere.id()), List.of("no-such-file"), List.of(one.id(), "no-such-file"))) {
            post("/api/tasks/" + id + "/progress", officer(), new Tasks.Progress("x", null, null, files)).expectStatus().isBadRequest()
                    .expectBody().jsonPath("$.errors[0].code").isEqualTo("FILE_UNKNOWN");
        }
        post("/api/tasks/" + id + "/progress", officer(), new Tasks.Progress("x", null, null, Collections.nCopies(11, one.id()))).expectStatus().isBadRequest()
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("FILES_TOO_MANY_AT_ONCE");
        post("/api/tasks/" + id + "/progress", officer(), new Tasks.Progress("Ảnh nghiệm thu", null, null, List.of(one.id()))).expectStatus().isOk();
        submit(id);
        send(id, officer(), "a.pdf", PDF).expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo("TASK_SUBMITTED");
    }

    @Test
    void the_file_of_a_task_tells_how_it_stood_on_a_day() throws IOException {
        var id = planned(KINHTE);
        var first = clock.today();
        clock.shiftTo(Duration.ofDays(3));
        post("/api/tasks/" + id + "/progress", officer(), new Tasks.Progress("Đã làm một nửa", null, null, List.of(sent(id, officer(), "anh.jpg", PHOTO).id()),
                List.of(new Tasks.Figure("Số thôn", new BigDecimal("12.5"), new BigDecimal("30"), "thôn"))));
        post("/api/tasks/" + id + "/extension", officer(), wanted(0)).expectStatus().isOk();
        post("/api/tasks/" + id + "/extension-grant", standing(), new Tasks.ExtensionGrant(null, "Đồng ý")).expectStatus().isOk();
        clock.shiftTo(Duration.ofDays(5));
        post("/api/tasks/" + id + "/completion", officer(), new Tasks.Completion("Đã xong", null, null, null, null, null, null, List.of(sent(id, officer(), "bao-cao.pdf", PDF).id())));

        var early = text(dossier(id, first.plusDays(1).toString()).get("ho-so.txt"));
        assertThat(early).contains("Chưa bắt đầu", "31/12/2099", "Giao việc").doesNotContain("một nửa", "31/01/2100", "SHA-256");
        var middle = dossier(id, first.plusDays(4).toString());
        assertThat(text(middle.get("ho-so.txt"))).contains("Đang thực hiện", "Đã làm một nửa", "officer xa1.kinhte, Phòng Kinh tế", "31/12/2099 → 31/01/2100",
                "Thời hạn ban đầu: 31/12/2099", "Số liệu", "Số thôn: 12,5/30 thôn").doesNotContain("Đã xong");
        assertThat(middle).containsKey("minh-chung/01-anh.jpg").doesNotContainKey("minh-chung/02-bao-cao.pdf");
        var whole = dossier(id, null);
        assertThat(whole.keySet()).containsExactly("ho-so.txt", "dien-bien.xlsx", "minh-chung/01-anh.jpg", "minh-chung/02-bao-cao.pdf", "KIEM-KE.txt", "SHA256SUMS");
        assertThat(whole.get("minh-chung/02-bao-cao.pdf")).isEqualTo(PDF);
        var sums = text(whole.get("SHA256SUMS")).lines().toList();
        assertThat(sums).hasSize(4).contains(Fingerprint.of(PDF) + "  minh-chung/02-bao-cao.pdf", Fingerprint.of(whole.get("dien-bien.xlsx")) + "  dien-bien.xlsx");
        assertThat(text(whole.get("KIEM-KE.txt"))).contains("khớp với bản đã nộp").doesNotContain("KHÔNG KHỚP", "THIẾU");
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(whole.get("dien-bien.xlsx")))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(4);
            assertThat(cells(book, "Diễn biến")).contains("Gửi kết quả", "Đã xong", "Đồng ý gia hạn", "Số thôn: 12,5/30 thôn");
            assertThat(cells(book, "Thời hạn và các lần thay đổi")).contains("Đồng ý gia hạn: 31/12/2099 → 31/01/2100");
        }
        assertThat(task(id, officer()).summary().workState()).isEqualTo(WorkState.SUBMITTED);
        get("/api/tasks/" + id + "/dossier?asOf=" + first.minusDays(1), officer()).expectStatus().isEqualTo(422).expectBody().jsonPath("$.code").isEqualTo("NOT_ASSIGNED_YET");
        get("/api/tasks/" + id + "/dossier?asOf=" + first.plusDays(6), officer()).expectStatus().isEqualTo(422).expectBody().jsonPath("$.code").isEqualTo("DAY_AHEAD");
        get("/api/tasks/" + id + "/dossier?asOf=hom-qua", officer()).expectStatus().isBadRequest();
    }

    @Test
    void evidence_that_is_another_one_now_or_lost_is_said_and_the_rest_is_there() throws IOException {
        var id = planned(KINHTE);
        var changed = sent(id, officer(), "sua.pdf", PDF);
        var lost = sent(id, officer(), "mat.jpg", PHOTO);
        var torn = sent(id, officer(), "rach.pdf", (new String(PDF, StandardCharsets.US_ASCII) + " hai").getBytes(StandardCharsets.US_ASCII));
        post("/api/tasks/" + id + "/completion", officer(), new Tasks.Completion("Xong", null, null, null, null, null, null, List.of(changed.id(), lost.id(), torn.id()))).expectStatus().isOk();
        mongo.getCollection("evidence.chunks").updateOne(new Document("files_id", content(changed)),
                new Document("$set", new Document("data", new Binary("%PDF-1.7 bao cao so 06".getBytes(StandardCharsets.US_ASCII)))));
        mongo.getCollection("evidence.files").deleteOne(new Document("_id", content(lost)));
        mongo.getCollection("evidence.chunks").deleteMany(new Document("files_id", content(torn)));

        var whole = dossier(id, null);

        var manifest = text(whole.get("KIEM-KE.txt"));
        assertThat(manifest.split("\r\n\r\n")).anySatisfy(part -> assertThat(part).startsWith("minh-chung/01-sua.pdf").contains("KHÔNG KHỚP", Fingerprint.of(PDF)))
                .anySatisfy(part -> assertThat(part).startsWith("minh-chung/02-mat.jpg").contains("THIẾU"))
                .anySatisfy(part -> assertThat(part).startsWith("minh-chung/03-rach.pdf").contains("THIẾU"));
        assertThat(text(whole.get("ho-so.txt"))).contains("sua.pdf, mat.jpg, rach.pdf");
        get(path(id, lost), officer()).expectStatus().isNotFound().expectBody().jsonPath("$.code").isEqualTo("FILE_LOST");
    }


    private Object content(Tasks.File file) {
        var stored = Objects.requireNonNull(mongo.getCollection("task_files").find(new Document("_id", file.id())).first());
        return new ObjectId(stored.getString("content"));
    }

    private Map<String, byte[]> dossier(String id, @Nullable String asOf) throws IOException {
        var answer = get("/api/tasks/" + id + "/dossier" + (asOf == null ? "" : "?asOf=" + asOf), officer()).expectStatus().isOk().returnResult(byte[].class);
        assertThat(answer.getResponseHeaders().getContentType()).isEqualTo(MediaType.valueOf("application/zip"));
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.getResponseBodyContent()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static List<String> cells(XSSFWorkbook book, String sheet) {
        var cells = new ArrayList<String>();
        book.getSheet(sheet).forEach(row -> row.forEach(cell -> cells.add(cell.getStringCellValue())));
        return cells;
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static byte[] word() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("Tờ trình");
            document.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static String path(String id, Tasks.File file) {
        return "/api/tasks/" + id + "/files/" + file.id();
    }

    private Tasks.File sent(String id, String token, String name, byte[] content) {
        return Objects.requireNonNull(send(id, token, name, content).expectStatus().isCreated().expectBody(Tasks.File.class).returnResult().getResponseBody());
    }

    private RestTestClient.ResponseSpec send(String id, String token, String name, byte[] content) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        return http.post().uri("/api/tasks/" + id + "/files").header("Authorization", "Bearer " + token).contentType(MediaType.MULTIPART_FORM_DATA).body(parts).exchange();
    }
}
