package vn.dondoc.plan.annex;

import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.contracts.api.Amendments;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.plan.Documents;
import vn.dondoc.plan.PlanServiceTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Several files make a plan; of a file that must not be kept, or whose draft failed, nothing stays. */
class AnnexTest extends PlanServiceTest {

    private static final String ANNEX = """
            PHỤ LỤC I
            NHIỆM VỤ BỔ SUNG

            1. Trồng cây dọc đường liên thôn
            - Cơ quan chủ trì: Phòng Kinh tế.
            - Thời gian hoàn thành: Tháng 10/2026.
            """;

    @Autowired MongoTemplate mongo;

    @Test
    void an_annex_joins_the_draft_and_settles_the_doubt_that_it_is_missing() {
        var text = Documents.plan("Đường làng xanh").replace("Đội Thanh niên tình nguyện", "Công an")
                .replace("II. TỔ CHỨC", "Danh mục nhiệm vụ tại Phụ lục I kèm theo.\n\nII. TỔ CHỨC");
        var draft = drafted(standing(), "chinh.txt", utf8(text));
        var missing = relations(draft).missing();
        assertThat(missing).hasSize(1);
        assertThat(draft.warnings()).extracting(Plans.Warning::code).contains("ANNEX_MISSING");

        add(standing(), draft, "phu-luc.txt", utf8(ANNEX), missing.getFirst(), null, null).expectStatus().isEqualTo(428);
        add(standing(), draft, "phu-luc.txt", utf8(ANNEX), missing.getFirst(), 9L, null).expectStatus().isEqualTo(412);
        add(PROVINCE.token("xa2.vhxh", Role.COMMUNE_STANDING), draft, "phu-luc.txt", utf8(ANNEX), null, 1L, null).expectStatus().isNotFound();
        var joined = body(add(standing(), draft, "phu-luc.txt", utf8(ANNEX), missing.getFirst(), draft.version(), "annex-once"));
        assertThat(body(add(standing(), draft, "phu-luc.txt", utf8(ANNEX), missing.getFirst(), draft.version(), "annex-once")).version()).isEqualTo(joined.version());

        assertThat(joined.content().tasks()).extracting(Plans.TaskRow::row).containsExactly("t1", "t2", "t3");
        var row = joined.content().tasks().getLast();
        assertThat(row.title()).isEqualTo("Trồng cây dọc đường liên thôn");
        assertThat(Objects.requireNonNull(row.source()).file()).isEqualTo("phu-luc.txt");
        assertThat(joined.content().document()).isEqualTo(draft.content().document());
        assertThat(joined.warnings()).extracting(Plans.Warning::code).doesNotContain("ANNEX_MISSING");
        assertThat(relations(joined).missing()).isEmpty();
        assertThat(relations(joined).annexes()).singleElement().satisfies(annex -> assertThat(annex.tasks()).isEqualTo(1));
        add(standing(), joined, "lai.txt", utf8(ANNEX), null, joined.version(), null).expectStatus().isEqualTo(409)
                .expectBody().jsonPath("$.code").isEqualTo("ANNEX_THERE");
    }

    @Test
    void an_annex_of_a_published_plan_only_adds() {
        var text = Documents.plan("Cây xanh đô thị").replace("12/KH", "301/KH").replace("Đội Thanh niên tình nguyện", "Công an");
        var plan = Objects.requireNonNull(publish(standing(), drafted(standing(), "ke-hoach.txt", utf8(text)).id().value())
                .expectStatus().isCreated().expectBody(Plans.Plan.class).returnResult().getResponseBody());
        var annex = drafted(standing(), "phu-luc-sau.txt", utf8(ANNEX.replace("liên thôn", "liên xã")));
        var path = "/api/plans/" + plan.summary().id();
        var compared = read(path + "/comparison?scope=annex&draft=" + annex.id(), standing(), Amendments.Comparison.class);
        assertThat(compared.tasks()).singleElement().satisfies(one -> assertThat(one.change()).isEqualTo("added"));

        var after = http.post().uri(path + "/amendments").header("Authorization", "Bearer " + standing()).header("If-Match", "\"" + compared.version() + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Amendments.Choice(compared.draft(), compared.draftVersion(), "annex", java.util.List.of(compared.tasks().getFirst().key()), java.util.List.of()))
                .exchange().expectStatus().isCreated().expectBody(Plans.Plan.class).returnResult().getResponseBody();
        assertThat(Objects.requireNonNull(after).tasks()).extracting(Plans.PlanTask::title)
                .containsExactly(plan.tasks().get(0).title(), plan.tasks().get(1).title(), "Trồng cây dọc đường liên xã");
        assertThat(after.summary().number()).isEqualTo("301/KH-UBND");
    }

    /** However the mark is borne. */
    static Stream<Arguments> secrets() {
        return Stream.of(
                Arguments.of("mat.txt", (Function<String, byte[]>) text -> utf8("MẬT\n" + text)),
                Arguments.of("toi-mat.docx", (Function<String, byte[]>) text -> Documents.docx("TỐI MẬT\n" + text)),
                Arguments.of("tuyet-mat.docx", (Function<String, byte[]>) text -> Documents.docx(text, "TUYỆT MẬT")),
                Arguments.of("mat.pdf", (Function<String, byte[]>) text -> Documents.pdf("MẬT\n" + text)));
    }

    /** As the document of a plan, as an annex of a draft, and as what would change or add to a published plan: that comes in as a draft too. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("secrets")
    void nothing_is_left_of_a_file_with_a_mark_of_secrecy(String file, Function<String, byte[]> secret) {
        var number = 400 + Math.floorMod(file.hashCode(), 500) + "/KH";
        var text = Documents.plan("Chuyện thường ngày, " + file).replace("12/KH", number).replace("Đội Thanh niên tình nguyện", "Công an");
        publish(standing(), drafted(standing(), "da-ban-hanh.txt", utf8(text)).id().value()).expectStatus().isCreated();
        var draft = drafted(standing(), "thuong.txt", utf8(Documents.plan("Chuyện đang duyệt, " + file)));
        var files = files();
        var drafts = mongo.getCollection("drafts").countDocuments();
        refused(upload(standing(), file, secret.apply(Documents.plan("Chuyện phải giữ"))));
        refused(add(standing(), draft, file, secret.apply(ANNEX), null, draft.version(), null));
        refused(upload(standing(), file, secret.apply(text.replace("Tháng 9/2026", "Tháng 10/2026"))));
        refused(upload(standing(), file, secret.apply(ANNEX)));
        assertThat(files()).isEqualTo(files);
        assertThat(chunks()).isEqualTo(files);
        assertThat(mongo.getCollection("drafts").countDocuments()).isEqualTo(drafts);
    }

    private static void refused(RestTestClient.ResponseSpec answer) {
        answer.expectStatus().isEqualTo(422).expectBody().jsonPath("$.code").isEqualTo("CLASSIFIED");
    }

    @Test
    void nothing_is_left_of_a_file_whose_draft_failed() {
        var draft = drafted(standing(), "co-san.txt", utf8(Documents.plan("Dự thảo có sẵn")));
        var files = files();
        refuseDrafts(true);
        try {
            upload(standing(), "hong.txt", utf8(Documents.plan("Dự thảo không thành"))).expectStatus().isEqualTo(503);
            add(standing(), draft, "phu-luc.txt", utf8(ANNEX), null, draft.version(), null).expectStatus().isEqualTo(503);
        } finally {
            refuseDrafts(false);
        }
        assertThat(files()).isEqualTo(files);
        assertThat(chunks()).isEqualTo(files);
    }

    private long files() {
        return mongo.getCollection("sources.files").countDocuments();
    }

    /** Each of these small files is one chunk. */
    private long chunks() {
        return mongo.getCollection("sources.chunks").countDocuments();
    }

    private void refuseDrafts(boolean everything) {
        mongo.getDb().runCommand(new Document("collMod", "drafts")
                .append("validator", everything ? new Document("never", "never") : new Document()));
    }

    private Amendments.DraftRelations relations(Plans.Draft draft) {
        return read("/api/plans/drafts/" + draft.id() + "/relations", standing(), Amendments.DraftRelations.class);
    }

    private RestTestClient.ResponseSpec add(
            String token, Plans.Draft draft, String name, byte[] content, @Nullable String annex, @Nullable Long version, @Nullable String key) {
        var body = new MultipartBodyBuilder();
        body.part("file", new ByteArrayResource(content)).filename(name);
        if (annex != null) {
            body.part("annex", annex);
        }
        var call = http.post().uri("/api/plans/drafts/" + draft.id() + "/annexes").header("Authorization", "Bearer " + token)
                .contentType(MediaType.MULTIPART_FORM_DATA);
        if (version != null) {
            call.header("If-Match", "\"" + version + "\"");
        }
        if (key != null) {
            call.header("Idempotency-Key", key);
        }
        return call.body(body.build()).exchange();
    }

    private static Plans.Draft body(RestTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus().isOk().expectBody(Plans.Draft.class).returnResult().getResponseBody());
    }
}
