package vn.dondoc.console;

import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.provider.TestProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Signing in through a real OpenID Connect provider, and out again. */
class ProviderSignInTest {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

    private final Visitor visitor = new Visitor();

    @BeforeAll
    static void provider() {
        if (new Visitor().get("/sign-in").body().isEmpty()) {
            throw new IllegalStateException("The console says nothing");
        }
        TestProvider.start(Console.ISSUER, Console.settings());
    }

    @BeforeEach
    void services() {
        Console.SERVICES.forget();
        Samples.everything(Console.SERVICES, Samples.officer());
        Console.SERVICES.on("POST /api/people/me/acceptance", Map.of("person", "n-77", "name", "Trần Thị Lan", "positions", List.of(Map.of("title", "Công chức", "unitName", "Phòng Kinh tế"))));
        Console.SERVICES.on("PUT /api/people/n-77/identities", asked -> new StandIn.Answer(204, "application/json", new byte[0]));
    }

    @Test
    void whoeverIsLinkedIsSignedInWhereTheyWantedToBe() {
        known("lan");
        visitor.get("/tasks?timeClass=overdue");
        visitor.get("/sign-in");
        var before = visitor.session();
        var end = throughProvider("lan");
        assertThat(end.headers().firstValue("Location").orElseThrow()).contains("/tasks?timeClass=overdue");
        assertThat(visitor.session()).as("a new session id").isNotEmpty().isNotEqualTo(before);
        assertThat(visitor.get("/").body()).contains("Trần Thị Lan", "Phòng Kinh tế");
        var asked = Console.SERVICES.last("POST /api/people/identified");
        assertThat(asked.body()).contains("\"issuer\":\"" + TestProvider.ISSUER + "\"", "\"subject\":\"lan\"");
        assertThat(subjectOf(asked)).isEqualTo("service:console");
        assertThat(subjectOf(Console.SERVICES.last("POST /api/people/me/acceptance"))).isEqualTo("n-77");
        assertThat(Console.SERVICES.wasAsked("PUT /api/people/n-77/identities")).isFalse();
    }

    @Test
    void theProviderIsAskedWithAProofKeyAStateAndANonce() {
        var to = visitor.get("/oauth2/authorization/provider").headers().firstValue("Location").orElseThrow();
        assertThat(to).startsWith(TestProvider.ISSUER + "/oauth2/authorize?").contains("code_challenge_method=S256", "code_challenge=", "state=", "nonce=", "response_type=code");
    }

    @Test
    void aMailAddressThatTheProviderVerifiedFindsThePersonOnceAndLinksTheAccount() {
        contact("lan@xa.example");
        throughProvider("lan");
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        assertThat(Console.SERVICES.last("PUT /api/people/n-77/identities").body()).contains("\"subject\":\"lan\"");
    }

    @Test
    void soDoesAPhoneNumber() {
        contact("+84912345678");
        throughProvider("phone");
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        assertThat(Console.SERVICES.wasAsked("PUT /api/people/n-77/identities")).isTrue();
    }

    @Test
    void anAddressThatNobodyVerifiedFindsNobody() {
        contact("lan@xa.example");
        assertThat(throughProvider("unverified").headers().firstValue("Location")).hasValue("/sign-in/unknown");
        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
        assertThat(Console.SERVICES.wasAsked("PUT /api/people/n-77/identities")).isFalse();
    }

    @Test
    void nobodyWithoutAPersonIsLetInAndThePageSaysWhatToDo() {
        var end = throughProvider("stranger");
        assertThat(end.headers().firstValue("Location")).hasValue("/sign-in/unknown");
        assertThat(visitor.get("/sign-in/unknown").body()).contains("Người Lạ", "chưa gắn với ai", "cơ quan thường trực");
        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCodeProvesWhoseAnUnknownAccountIsAndLinksItIfThatIsWanted(boolean link) {
        var mailbox = UUID.randomUUID() + "@xa.example";
        contact(mailbox);
        Console.SERVICES.on("POST /api/notifications/codes", Map.of("channel", "sms"));
        throughProvider("stranger");
        visitor.get("/sign-in/unknown");
        visitor.post("/sign-in/code", "contact", mailbox);
        assertThat(visitor.get("/sign-in/code/enter").body()).contains("Gắn tài khoản Người Lạ");
        await().atMost(Duration.ofSeconds(10)).until(() -> Console.SERVICES.wasAsked("POST /api/notifications/codes"));
        var code = EventJson.mapper().readTree(Console.SERVICES.last("POST /api/notifications/codes").body()).get("code").stringValue();
        visitor.post("/sign-in/code/enter", "code", code, "link", Boolean.toString(link));
        assertThat(visitor.get("/").body()).contains("Trần Thị Lan");
        assertThat(Console.SERVICES.wasAsked("PUT /api/people/n-77/identities")).isEqualTo(link);
        if (link) {
            assertThat(Console.SERVICES.last("PUT /api/people/n-77/identities").body()).contains("\"subject\":\"stranger\"");
        }
    }

    @Test
    void whenTheHomeOfPeopleIsAwayNobodyIsLetIn() {
        Console.SERVICES.refusing("POST /api/people/identified", 503, "UNAVAILABLE", "Tạm thời.");
        assertThat(throughProvider("lan").headers().firstValue("Location")).hasValue("/sign-in?error=away");
        assertThat(visitor.get("/sign-in?error=away").body()).contains("tạm thời không trả lời");
    }

    @Test
    void anAnswerThatNobodyAskedForIsRefused() {
        visitor.get("/sign-in");
        assertThat(visitor.get("/sign-in/returned/provider?code=stolen&state=invented").headers().firstValue("Location")).hasValue("/sign-in?error=away");
        var asked = visitor.get("/oauth2/authorization/provider").headers().firstValue("Location").orElseThrow();
        var state = Pattern.compile("state=([^&]+)").matcher(asked);
        assertThat(state.find()).isTrue();
        assertThat(new Visitor().get("/sign-in/returned/provider?code=stolen&state=" + state.group(1)).headers().firstValue("Location"))
                .as("another browser").hasValue("/sign-in?error=away");
        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void signingOutAtTheProviderEndsAllSessionsHere() {
        known("lan");
        throughProvider("lan");
        var phone = new Visitor();
        through(phone, "lan");
        var other = Visitor.signedIn("xa1.vanphong");
        assertThat(backChannel(TestProvider.logoutToken("lan", Map.of())).statusCode()).isEqualTo(200);
        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
        assertThat(phone.get("/").statusCode()).isEqualTo(302);
        assertThat(other.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void noOtherTokenSignsAnybodyOut() throws Exception {
        known("lan");
        throughProvider("lan");
        var now = Clock.systemUTC().instant();
        var good = SignedJWT.parse(TestProvider.logoutToken("lan", Map.of()));
        var bad = Map.ofEntries(
                Map.entry("another audience", TestProvider.logoutToken("lan", Map.of("aud", List.of("another")))),
                Map.entry("another issuer", TestProvider.logoutToken("lan", Map.of("iss", "http://another"))),
                Map.entry("no such event", TestProvider.logoutToken("lan", Map.of("events", Map.of("http://another", Map.of())))),
                Map.entry("an ID token", TestProvider.logoutToken("lan", Map.of("nonce", "n"))),
                Map.entry("old", TestProvider.logoutToken("lan", Map.of("iat", now.minus(Duration.ofHours(1)), "exp", now.minus(Duration.ofMinutes(58))))),
                Map.entry("nobody", TestProvider.logoutToken("", Map.of())),
                Map.entry("forged", TestProvider.logoutToken(TestProvider.key(), "lan", Map.of())),
                Map.entry("unsigned", new PlainJWT(good.getJWTClaimsSet()).serialize()),
                Map.entry("nothing", ""),
                Map.entry("no token", "x.y.z"));
        bad.forEach((name, token) -> {
            var answer = backChannel(token);
            assertThat(answer.statusCode()).as(name).isEqualTo(400);
            assertThat(answer.body()).as(name).contains("invalid_request");
        });
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverPressesTheButtonIsSignedOutEverywhere() {
        known("lan");
        throughProvider("lan");
        var phone = new Visitor();
        through(phone, "lan");
        assertThat(visitor.get("/my-sessions").body()).contains("Phiên đăng nhập", "Nơi này").containsPattern("(?s)dùng gần nhất.*dùng gần nhất");
        assertThat(visitor.post("/my-sessions/end").headers().firstValue("Location")).hasValue("/sign-in");
        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
        assertThat(phone.get("/").statusCode()).isEqualTo(302);
    }

    private static void known(String account) {
        Console.SERVICES.on("POST /api/people/identified", asked -> asked.body().contains("\"subject\":\"" + account + "\"")
                ? StandIn.json(200, Map.of("person", "n-77")) : StandIn.problem(404, "NOT_FOUND", "Không tìm thấy."));
    }

    private static void contact(String contact) {
        Console.SERVICES.on("POST /api/people/identified", asked -> asked.body().contains("\"contact\":\"" + contact + "\"")
                ? StandIn.json(200, Map.of("person", "n-77")) : StandIn.problem(404, "NOT_FOUND", "Không tìm thấy."));
    }

    private static String subjectOf(StandIn.Call call) {
        try {
            return SignedJWT.parse(call.header("Authorization").substring("Bearer ".length())).getJWTClaimsSet().getSubject();
        } catch (java.text.ParseException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static HttpResponse<String> backChannel(String token) {
        var provider = new Visitor();
        return provider.send(provider.request("/oauth2/back-channel-logout", "Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("logout_token=" + token)));
    }

    private HttpResponse<String> throughProvider(String account) {
        return through(visitor, account);
    }

    /** Goes to the provider, signs in there, and comes back: the last answer is the console's. */
    private static HttpResponse<String> through(Visitor visitor, String account) {
        visitor.get("/sign-in");
        var asked = visitor.get("/oauth2/authorization/provider").headers().firstValue("Location").orElseThrow();
        var login = visitor.send(HttpRequest.newBuilder(URI.create(asked)).header("Accept", "text/html").GET()).headers().firstValue("Location").orElseThrow();
        var form = visitor.send(HttpRequest.newBuilder(URI.create(TestProvider.ISSUER).resolve(login)).header("Accept", "text/html").GET()).body();
        var csrf = CSRF.matcher(form);
        assertThat(csrf.find()).as(form).isTrue();
        var in = visitor.send(HttpRequest.newBuilder(URI.create(TestProvider.ISSUER + "/login")).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + account + "&password=password&_csrf=" + csrf.group(1))));
        var back = in.headers().firstValue("Location").orElseThrow();
        var granted = visitor.send(HttpRequest.newBuilder(URI.create(TestProvider.ISSUER).resolve(back)).header("Accept", "text/html").GET());
        var returned = granted.headers().firstValue("Location").orElseThrow();
        return visitor.send(HttpRequest.newBuilder(URI.create(returned)).GET());
    }
}
