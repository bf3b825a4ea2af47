package vn.dondoc.console;

import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dondoc.contracts.event.EventJson;

import static org.assertj.core.api.Assertions.assertThat;

/** A plan beside its changed version, decided row by row; annexes; documents to take away. */
class AmendmentPagesTest {

    private final StandIn services = Console.SERVICES;
    private Visitor standing;

    @BeforeEach
    void theStandingUnit() {
        services.forget();
        Samples.everything(services, Samples.standing());
        standing = Visitor.signedIn("xa1.thuongtruc");
    }

    @Test
    void theGravestChangesStandFirstAndWhatIsTheSameIsNotShown() {
        var page = standing.get("/plans/plan-1/comparison?draft=d-1&scope=whole").body();

        assertThat(page).contains("id=\"row-gone\"", "Đổi thời hạn", "5 thay đổi cần quyết định").doesNotContain("row-same");
        assertThat(page.indexOf("row-gone")).isLessThan(page.indexOf("id=\"row-r1\""));
        assertThat(services.last("GET /api/plans/plan-1/comparison").query()).contains("draft=d-1", "scope=whole");
    }

    @Test
    void eachRowIsDecidedAndAButtonDecidesTheRest() {
        var answer = standing.post("/plans/plan-1/amendments", "draft", "d-1", "scope", "whole", "version", "4", "draftVersion", "7", "key", "k-1",
                "row.gone", "refuse", "row.r1", "accept", "rest", "accept");

        assertThat(answer.headers().firstValue("Location")).hasValue("/plans/plan-1");
        var call = services.last("POST /api/plans/plan-1/amendments");
        assertThat(call.header("If-Match")).isEqualTo("\"4\"");
        assertThat(call.header("Idempotency-Key")).isEqualTo("k-1");
        var choice = EventJson.mapper().readTree(call.body());
        assertThat(words(choice.get("accepted"))).containsExactly("document", "r1", "g1", "b1");
        assertThat(words(choice.get("refused"))).containsExactly("gone");
        assertThat(choice.get("draftVersion").asLong()).isEqualTo(7);
    }

    @Test
    void whatIsRefusedIsSaidOnThePage() {
        services.refusing("POST /api/plans/plan-1/amendments", 422, "AMENDMENT_UNDECIDED", "Còn thay đổi chưa được chấp nhận hay từ chối.");
        var answer = standing.post("/plans/plan-1/amendments", "draft", "d-1", "scope", "whole", "version", "4", "draftVersion", "7");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Còn thay đổi chưa được chấp nhận hay từ chối.", "row-gone");
    }

    @Test
    void aDraftSaysWhatItChangesAndOffersThePlaceOfAMissingAnnex() {
        var page = standing.get("/plans/drafts/d-1").body();

        assertThat(page).contains("Đây là bản thay đổi của kế hoạch:", "/plans/plan-1/comparison?draft=d-1&amp;scope=whole", "Phụ lục 1", "phu-luc-2.xlsx",
                "/api/plans/drafts/d-1/export?format=docx");
        var answer = upload("/plans/drafts/d-1/annexes", "version", "7");
        assertThat(answer.headers().firstValue("Location")).hasValue("/plans/drafts/d-1");
        assertThat(services.last("POST /api/plans/drafts/d-1/annexes").header("If-Match")).isEqualTo("\"7\"");
    }

    @Test
    void aPlanShowsItsAmendmentsAndTakesAnnexes() {
        assertThat(standing.get("/plans/plan-1").body()).contains("45/QĐ-UBND", "/api/plans/plan-1/export?format=xlsx", "Bổ sung phụ lục");
        assertThat(upload("/plans/plan-1/annexes", "commune", "c1").headers().firstValue("Location"))
                .hasValue("/plans/plan-1/comparison?scope=annex&draft=d-1");
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue).toList();
    }

    private java.net.http.HttpResponse<String> upload(String path, String field, String value) {
        var body = "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + standing.csrf()
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"phu-luc.txt\"\r\nContent-Type: application/octet-stream\r\n\r\n1. Việc\r\n--b--\r\n";
        return standing.send(standing.request(path, "Content-Type", "multipart/form-data; boundary=b").POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
