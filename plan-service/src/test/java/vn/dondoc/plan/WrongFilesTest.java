package vn.dondoc.plan;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Each wrong file is a clear answer, and nothing of it is kept. */
class WrongFilesTest extends PlanServiceTest {

    @Autowired MongoTemplate mongo;

    @Test
    void wrong_files_are_named_as_what_they_are_and_not_kept() {
        long before = kept();
        refused("trong.txt", new byte[0], 422, "EMPTY_FILE");
        refused("thu.docx", utf8("x"), 422, "NOTHING_READ");
        refused("anh.docx", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}, 422, "TYPE_UNKNOWN", "NO_TEXT", "OCR_UNAVAILABLE", "FILE_CORRUPT");
        refused("khoa.docx", Documents.encrypted(), 422, "FILE_ENCRYPTED");
        refused("bom.docx", Documents.zipBomb(), 422, "ARCHIVE_BOMB");
        refused("mat.txt", utf8("MẬT\n" + Documents.plan("Việc mật")), 422, "CLASSIFIED");
        refused("hong.docx", java.util.Arrays.copyOf(Documents.docx(Documents.plan("Tệp hỏng")), 900), 422, "FILE_CORRUPT");
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void a_file_over_the_limit_is_answered_with_413() {
        upload(standing(), "lon.txt", new byte[33 * 1024 * 1024]).expectStatus().isEqualTo(413).expectBody().jsonPath("$.code").isEqualTo("TOO_LARGE");
    }

    @Test
    void no_file_at_all_is_said_so() {
        http.post().uri("/api/plans/drafts").header("Authorization", "Bearer " + standing())
                .contentType(org.springframework.http.MediaType.APPLICATION_JSON).body("{}").exchange().expectStatus().isEqualTo(415);
    }

    private void refused(String name, byte[] content, int status, String... codes) {
        upload(standing(), name, content).expectStatus().isEqualTo(status).expectBody()
                .jsonPath("$.code").value(String.class, code -> assertThat(code).as(name).isIn((Object[]) codes))
                .jsonPath("$.detail").value(String.class, sentence -> assertThat(sentence).as(name).contains("Hãy").as(name).doesNotContain("problem."));
    }

    private long kept() {
        return mongo.getCollection("drafts").countDocuments(new Document()) + mongo.getCollection("sources.files").countDocuments(new Document());
    }
}
