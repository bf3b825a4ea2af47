package vn.dondoc.notification;

import com.mongodb.client.model.Filters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import vn.dondoc.contracts.api.Urgings;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A letter of urging from the list of what is late to the last answer. */
class UrgingsTest extends ServiceTest {

    private static final String OFFICE = "xa1.kinhte";
    private static final String POLICE = "xa1.congan";

    private final String standing = PROVINCE.token("xa1.vhxh", Role.COMMUNE_STANDING);
    private final String head = PROVINCE.token(OFFICE, Role.UNIT_HEAD);

    @Test
    void what_is_late_becomes_a_numbered_letter_that_is_sent_and_answered() throws IOException {
        var first = late(OFFICE, 4);
        var other = late(POLICE, 2);
        var letters = new Letters(http);
        var draft = letters.draft(standing, first, other);
        assertThat(draft.summary().addressees()).extracting(Urgings.Named::id).containsExactlyInAnyOrder(PROVINCE.unit(OFFICE), PROVINCE.unit(POLICE));
        assertThat(draft.rows()).extracting(Urgings.Row::daysLate).containsExactly(4, 2);
        assertThat(draft.body()).contains("2 nhiệm vụ", "yêu cầu Phòng Kinh tế, Công an xã").contains(day(draft.summary().answerBy()));
        assertThat(draft.signing().authority()).isEqualTo(Urgings.Authority.TM);
        assertThat(document(draft)).contains("Kính gửi:", "V/v đôn đốc", "Phụ lục I", Owed.TITLE, "TM. ỦY BAN NHÂN DÂN");
        http.get().uri("/api/urgings/" + draft.summary().id()).header(HttpHeaders.AUTHORIZATION, "Bearer " + head).exchange().expectStatus().isNotFound();

        var sent = letters.post(standing, letters.issue(standing, draft, "12/UBND-VP", today()), "sending", null);
        assertThat(sent.summary().stage()).isEqualTo(Urgings.Stage.SENT);
        await().atMost(LIMIT).until(() -> inboxAbout(draft.summary().id().value(), OFFICE, Role.UNIT_HEAD).size() == 1);
        var message = inboxAbout(draft.summary().id().value(), OFFICE, Role.UNIT_HEAD).getFirst();
        assertThat(message.subject()).contains("12/UBND-VP");
        assertThat(message.urgency()).isEqualTo("critical");
        assertThat(inboxAbout(draft.summary().id().value(), "xa1.thon1", Role.VILLAGE_HEAD)).isEmpty();

        var seen = letters.get(head, sent);
        assertThat(seen.rows()).as("others' rows stay with them").extracting(Urgings.Row::ref).containsExactly(first);
        letters.post(head, seen, "answers", new Urgings.Reply(null, "Xong trong tuần sau."));
        await().atMost(LIMIT).until(() -> inboxAbout(draft.summary().id().value(), "xa1.vhxh", Role.COMMUNE_STANDING).size() == 1);
        var open = letters.get(standing, sent);
        assertThat(open.summary().answered()).isEqualTo(1);
        var ended = letters.post(standing, open, "answers", new Urgings.Reply(PROVINCE.unit(POLICE), "Đã trả lời bằng văn bản."));
        assertThat(ended.summary().stage()).isEqualTo(Urgings.Stage.ANSWERED);
    }

    @Test
    void the_province_urges_communes_one_by_one() {
        var above = PROVINCE.token("so", Role.PROVINCE_STANDING);
        var task = late(OFFICE, 3);
        var draft = new Letters(http).draft(above, task);
        assertThat(draft.summary().addressees()).extracting(Urgings.Named::id).containsExactly(PROVINCE.unit("xa1"));
        assertThat(draft.signatories()).contains(new Urgings.Signing(Urgings.Authority.KT, "CHỦ TỊCH", "PHÓ CHỦ TỊCH"));
    }

    @Test
    void the_province_urges_several_communes_in_one_letter_and_each_gets_its_own_annex() throws IOException {
        var above = PROVINCE.token("so", Role.PROVINCE_STANDING);
        var here = late(OFFICE, 3);
        var there = late("xa2.kinhte", 5);
        var letters = new Letters(http);
        var draft = letters.draft(above, here, there);
        assertThat(draft.summary().addressees()).extracting(Urgings.Named::id).containsExactlyInAnyOrder(PROVINCE.unit("xa1"), PROVINCE.unit("xa2"));
        assertThat(draft.body()).contains("các cơ quan, địa phương nhận văn bản này còn 2 nhiệm vụ").doesNotContain(directory.nameOf(PROVINCE.unit("xa2")));
        assertThat(document("/document", draft, above)).contains("Phụ lục I", "Phụ lục II", directory.nameOf(PROVINCE.unit("xa2")).toUpperCase(Locale.forLanguageTag("vi")));

        var sent = letters.post(above, letters.issue(above, draft, "45/UBND-VP", today()), "sending", null);
        assertThat(letters.get(standing, sent).rows()).extracting(Urgings.Row::ref).containsExactly(here);
        assertThat(letters.get(standing, sent).summary().addressees()).extracting(Urgings.Named::id).containsExactly(PROVINCE.unit("xa1"));
        var annex = document("/annexes/" + PROVINCE.unit("xa1"), sent, standing);
        assertThat(annex).contains("Phụ lục I", Owed.TITLE, "45/UBND-VP").doesNotContain("Phụ lục II", directory.nameOf(PROVINCE.unit("xa2")));
        http.get().uri("/api/urgings/" + sent.summary().id() + "/annexes/" + PROVINCE.unit("xa2")).header(HttpHeaders.AUTHORIZATION, "Bearer " + standing)
                .exchange().expectStatus().isNotFound();
        await().atMost(LIMIT).until(() -> letters.get(above, sent).version() > sent.version());
        var elsewhere = PROVINCE.token("xa2.vhxh", Role.COMMUNE_STANDING);
        letters.post(elsewhere, letters.get(elsewhere, sent), "answers", new Urgings.Reply(PROVINCE.unit("xa2"), "Xong trong tuần."));
        assertThat(letters.get(above, sent).summary().answered()).isEqualTo(1);
    }

    @Test
    void nobody_is_urged_about_what_is_not_late_or_of_others() {
        var other = new Urgings.Wanted(List.of(new Urgings.RowRef("task", late(OFFICE, 1))), null);
        var elsewhere = PROVINCE.token("xa2.vhxh", Role.COMMUNE_STANDING);
        http.post().uri("/api/urgings").header(HttpHeaders.AUTHORIZATION, "Bearer " + elsewhere).contentType(MediaType.APPLICATION_JSON).body(other)
                .exchange().expectStatus().isEqualTo(422).expectBody().jsonPath("$.code").isEqualTo("URGING_ROW_NOT_LATE");
        http.post().uri("/api/urgings").header(HttpHeaders.AUTHORIZATION, "Bearer " + head).contentType(MediaType.APPLICATION_JSON).body(other)
                .exchange().expectStatus().isForbidden();
    }

    private String late(String unit, int days) {
        return late(this, owed, unit, days);
    }

    /** A task that is late by so many days, once the service knows of it. */
    static String late(ServiceTest test, Owed owed, String unit, int days) {
        var id = "nu-" + UUID.randomUUID();
        var last = test.today().minusDays(days);
        test.happens(new TaskEvent.TaskOverdue(owed.overdue(id, last, unit), last.plusDays(1)), 1);
        await().atMost(LIMIT).until(() -> test.mongo.getCollection("obligations").countDocuments(Filters.eq("_id", "task:" + id)) == 1);
        return id;
    }

    private String document(Urgings.Urging draft) throws IOException {
        return document("/document", draft, standing);
    }

    private String document(String what, Urgings.Urging letter, String token) throws IOException {
        var bytes = http.get().uri("/api/urgings/" + letter.summary().id() + what).header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange().expectStatus().isOk().expectBody(byte[].class).returnResult().getResponseBody();
        try (var word = new XWPFDocument(new ByteArrayInputStream(Objects.requireNonNull(bytes))); var text = new XWPFWordExtractor(word)) {
            return text.getText();
        }
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT).format(day);
    }
}
