package vn.dondoc.console;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.MongoOperations;
import vn.dondoc.console.signin.Tries;
import vn.dondoc.contracts.event.EventJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One-time codes, and the invitations that lead to them. */
class CodeSignInTest {

    private static final String CODES = "POST /api/notifications/codes";

    private final Visitor visitor = new Visitor();
    private final String contact = UUID.randomUUID() + "@xa.example";
    private final String person = "n-" + UUID.randomUUID();

    @BeforeEach
    void services() {
        Console.SERVICES.forget();
        Samples.everything(Console.SERVICES, Samples.officer());
        Console.SERVICES.on("POST /api/people/identified", asked -> asked.body().contains("\"contact\":\"" + contact + "\"")
                ? StandIn.json(200, Map.of("person", person)) : StandIn.problem(404, "NOT_FOUND", "Không tìm thấy."));
        Console.SERVICES.on("POST /api/people/me/acceptance", Map.of("person", person, "name", "Bùi Văn Thôn", "positions", List.of(Map.of("title", "Trưởng thôn", "unitName", "Thôn Một"))));
        Console.SERVICES.on(CODES, Map.of("channel", "sms"));
        Console.SERVICES.on("PUT /api/people/" + person + "/identities", asked -> new StandIn.Answer(204, "application/json", new byte[0]));
        Console.SERVICES.on("POST /api/people/invitations/opened", asked -> asked.body().contains("\"secret-of-the-link\"")
                ? StandIn.json(200, Map.of("invitation", "i-1", "person", person, "positionTitle", "Trưởng thôn Một", "unitName", "Thôn Một", "communeName", "Xã Vân Khánh",
                        "contactMasked", "•••• 678"))
                : asked.body().contains("\"ended\"") ? StandIn.problem(410, "INVITATION_ENDED", "Hết hạn.") : StandIn.problem(404, "NOT_FOUND", "Không tìm thấy."));
    }

    @Test
    void whoeverHasTheCodeIsSignedInUnderANewSession() {
        visitor.get("/tasks?timeClass=overdue");
        ask(visitor, " " + contact.toUpperCase(java.util.Locale.ROOT) + " ");
        var before = visitor.session();
        var in = enter(visitor, code());
        assertThat(in.headers().firstValue("Location").orElseThrow()).contains("/tasks?timeClass=overdue");
        assertThat(visitor.session()).isNotEmpty().isNotEqualTo(before);
        assertThat(visitor.get("/").body()).contains("Bùi Văn Thôn", "Thôn Một");
    }

    @Test
    void aCodeIsGoodOnceAndOnlyWhereItWasAskedFor() {
        ask(visitor, contact);
        var code = code();
        var other = new Visitor();
        other.get("/sign-in/code");
        assertThat(enter(other, code).statusCode()).isEqualTo(400);
        assertThat(other.get("/").statusCode()).isEqualTo(302);
        assertThat(enter(visitor, code).statusCode()).isEqualTo(302);
        visitor.get("/plans/import");
        assertThat(enter(visitor, code).statusCode()).as("used").isEqualTo(400);
    }

    @Test
    void afterFiveWrongTriesTheRightCodeIsWrongToo() {
        ask(visitor, contact);
        var code = code();
        var wrong = code.equals("000000") ? "000001" : "000000";
        for (int left = 4; left > 0; left--) {
            assertThat(enter(visitor, wrong).body()).contains("Bạn còn " + left + " lần thử");
        }
        assertThat(enter(visitor, wrong).body()).contains("nhập sai 5 lần");
        assertThat(enter(visitor, code).statusCode()).isEqualTo(400);
        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void ofManyTriesAtOnceNoMoreThanFiveCount() throws Exception {
        ask(visitor, contact);
        var code = code();
        var wrong = code.equals("000000") ? "000001" : "000000";
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 12).<Callable<Integer>>mapToObj(_ -> () -> enter(visitor, wrong).statusCode()).toList();
            for (var one : threads.invokeAll(tries)) {
                assertThat(one.get()).isEqualTo(400);
            }
        }
        assertThat(enter(visitor, code).statusCode()).isEqualTo(400);
    }

    @Test
    void aContactThatNobodyHasIsAnsweredAlikeAndGetsNothing() {
        var known = ask(visitor, contact);
        code();
        Console.SERVICES.calls().clear();
        var nobody = new Visitor();
        var unknown = ask(nobody, UUID.randomUUID() + "@xa.example");
        assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
        assertThat(unknown.headers().firstValue("Location")).isEqualTo(known.headers().firstValue("Location"));
        assertThat(enter(nobody, "123456").body()).contains("Bạn còn 4 lần thử");
        assertThat(Console.SERVICES.wasAsked(CODES)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "12", "a@b", "0912 345 678 901 234 567", "<script>@x.vn"})
    void whatIsNoContactIsToldSo(String typed) {
        var answer = ask(visitor, typed);
        assertThat(answer.statusCode()).isIn(400, 302);
        if (answer.statusCode() == 400) {
            assertThat(answer.body()).contains("không phải số điện thoại").doesNotContain("<script>@");
        }
    }

    @Test
    void aNumberIsAskedForInItsInternationalForm() {
        ask(visitor, "0912 345.678");
        assertThat(Console.SERVICES.last("POST /api/people/identified").body()).contains("\"contact\":\"+84912345678\"");
    }

    @Test
    void nobodyIsSentMoreThanThreeCodesInAQuarterOfAnHour() {
        for (int i = 0; i < 3; i++) {
            assertThat(ask(new Visitor(), contact).statusCode()).isEqualTo(302);
        }
        var answer = ask(new Visitor(), contact);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("Đã xin mã nhiều lần");
    }

    @Test
    void triesAreCountedForAWhileByAllAtOnce() throws Exception {
        var tries = Console.bean(Tries.class);
        var by = UUID.randomUUID().toString();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var taken = threads.invokeAll(IntStream.range(0, 20).<Callable<Boolean>>mapToObj(_ -> () -> tries.take("test", by, 7, Duration.ofHours(1))).toList());
            var good = 0;
            for (var one : taken) {
                good += one.get() ? 1 : 0;
            }
            assertThat(good).isEqualTo(7);
        }
        assertThat(tries.isUsedUp("test", by, 7)).isTrue();
        var brief = UUID.randomUUID().toString();
        assertThat(tries.take("test", brief, 1, Duration.ofMillis(1))).isTrue();
        await().atMost(Duration.ofSeconds(5)).until(() -> tries.take("test", brief, 1, Duration.ofMillis(1)));
    }

    @Test
    void theDatabaseHoldsNeitherCodeNorContact() {
        ask(visitor, contact);
        var code = code();
        var mongo = Console.bean(MongoOperations.class);
        for (var collection : List.of("oneTimeCodes", "tries")) {
            assertThat(mongo.findAll(org.bson.Document.class, collection)).isNotEmpty()
                    .allSatisfy(kept -> assertThat(kept.toJson()).doesNotContain(code).doesNotContain(contact));
        }
    }

    @Test
    void anInvitationSaysWhoInvitesToWhatAndOpeningItDoesNothing() {
        var page = visitor.get("/invitation/secret-of-the-link");
        assertThat(page.body()).contains("Trưởng thôn Một", "Thôn Một, Xã Vân Khánh", "•••• 678");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(Console.SERVICES.wasAsked(CODES)).isFalse();
        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void theCodeOfAnInvitationSignsIn() {
        visitor.get("/invitation/secret-of-the-link");
        assertThat(visitor.post("/invitation/secret-of-the-link/code").headers().firstValue("Location")).hasValue("/sign-in/code/enter");
        visitor.get("/sign-in/code/enter");
        enter(visitor, code());
        assertThat(visitor.get("/").body()).contains("Bùi Văn Thôn");
    }

    @Test
    void anInvitationThatEndedOrNeverWasIsToldSo() {
        var ended = visitor.get("/invitation/ended");
        assertThat(ended.statusCode()).isEqualTo(410);
        assertThat(ended.body()).contains("đã hết hạn");
        var invented = visitor.get("/invitation/invented");
        assertThat(invented.statusCode()).isEqualTo(404);
        assertThat(invented.body()).contains("Liên kết này không đúng");
    }

    @Test
    void aCodeThatCannotBeSentIsToldToWhoeverIsInvited() {
        Console.SERVICES.refusing(CODES, 503, "CODE_NOT_SENT", "Mã chưa gửi được vì tổng đài không nhận.");
        visitor.get("/invitation/secret-of-the-link");
        var answer = visitor.post("/invitation/secret-of-the-link/code");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("tổng đài không nhận", "Trưởng thôn Một");
    }

    private java.net.http.HttpResponse<String> ask(Visitor who, String typed) {
        who.get("/sign-in/code");
        var answer = who.post("/sign-in/code", "contact", typed);
        if (answer.statusCode() == 302) {
            who.get("/sign-in/code/enter");
        }
        return answer;
    }

    private static java.net.http.HttpResponse<String> enter(Visitor who, String code) {
        return who.post("/sign-in/code/enter", "code", code);
    }

    /** The code that was sent to the person of this test. */
    private String code() {
        await().atMost(Duration.ofSeconds(10)).until(() -> Console.SERVICES.wasAsked(CODES));
        var body = EventJson.mapper().readTree(Console.SERVICES.last(CODES).body());
        assertThat(body.get("person").stringValue()).isEqualTo(person);
        return body.get("code").stringValue();
    }
}
