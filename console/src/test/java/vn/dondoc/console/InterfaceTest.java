package vn.dondoc.console;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.console.backend.Service;
import vn.dondoc.contracts.event.EventJson;

import static org.assertj.core.api.Assertions.assertThat;

/** /api through the console's origin. */
class InterfaceTest {

    private final Visitor program = new Visitor();

    @BeforeEach
    void services() {
        Console.SERVICES.forget();
        Samples.everything(Console.SERVICES, Samples.officer());
    }

    @Test
    void aBearerTokenPassesAsItIs() {
        var answer = program.get("/api/tasks?q=m%C3%A3", "Authorization", "Bearer someone-elses", "Cookie", "x=y", "X-Correlation-Id", "correlation-77");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"t-1\"");
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(answer.headers().firstValue("Keep-Alive")).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie")).as("no session for programs").isEmpty();
        var call = Console.SERVICES.last("GET /api/tasks");
        assertThat(call.header("Authorization")).isEqualTo("Bearer someone-elses");
        assertThat(call.header("Cookie")).isEmpty();
        assertThat(call.header("X-Correlation-Id")).isEqualTo("correlation-77");
        assertThat(call.query()).isEqualTo("q=m%C3%A3");
    }

    @Test
    void aTokenForAnotherAudienceIsRefusedByTheServiceAndTheAnswerComesThrough() {
        Console.SERVICES.refusing("GET /api/tasks", 401, "NOT_SIGNED_IN", "Mã truy cập không dùng được ở đây.");
        var answer = program.get("/api/tasks", "Authorization", "Bearer of-another-audience");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("Mã truy cập không dùng được ở đây.");
    }

    @Test
    void withoutTokenAndSessionTheAnswerIsAProblem() {
        var answer = program.get("/api/tasks");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body()).contains("NOT_SIGNED_IN", "Hãy đăng nhập lại");
        assertThat(program.get("/api/tasks", "Accept-Language", "en").body()).contains("Sign in again");
        assertThat(Console.SERVICES.calls()).isEmpty();
    }

    @Test
    void aSessionReadsWithItsOwnTokenAndWritesWithTheTokenOfThePage() {
        var user = Visitor.signedIn("xa1.vanphong");
        assertThat(user.get("/api/tasks").statusCode()).isEqualTo(200);
        assertThat(Console.SERVICES.last("GET /api/tasks").header("Authorization")).startsWith("Bearer ey");
        assertThat(write(user, "").statusCode()).isEqualTo(403);
        assertThat(write(user, "").body()).contains("CSRF");
        assertThat(Console.SERVICES.wasAsked("POST /api/tasks/t-1/progress")).isFalse();
        assertThat(write(user, user.csrf()).statusCode()).isEqualTo(200);
        var call = Console.SERVICES.last("POST /api/tasks/t-1/progress");
        assertThat(call.body()).isEqualTo("{\"note\":\"Xong\"}");
        assertThat(call.header("Idempotency-Key")).isEqualTo("k-1");
    }

    @Test
    void aSessionIsAnsweredInTheLanguageOfThePagesAndAProgramInTheOneItAsksFor() {
        var user = Visitor.signedIn("xa1.vanphong");
        user.get("/api/tasks", "Accept-Language", "en-US,en;q=0.9");
        assertThat(Console.SERVICES.last("GET /api/tasks").header("Accept-Language")).isEqualTo("vi");
        user.post("/language", "to", "en");
        user.get("/api/tasks", "Accept-Language", "vi");
        assertThat(Console.SERVICES.last("GET /api/tasks").header("Accept-Language")).isEqualTo("en");
        program.get("/api/tasks", "Authorization", "Bearer x", "Accept-Language", "en-US");
        assertThat(Console.SERVICES.last("GET /api/tasks").header("Accept-Language")).isEqualTo("en-US");
    }

    private static HttpResponse<String> write(Visitor user, String csrf) {
        return user.send(user.request("/api/tasks/t-1/progress", "Content-Type", "application/json", "Idempotency-Key", "k-1", "X-CSRF-TOKEN", csrf)
                .POST(HttpRequest.BodyPublishers.ofString("{\"note\":\"Xong\"}")));
    }

    @Test
    void anUploadArrivesAsItWasSent() {
        var body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nKế hoạch\r\n--b--\r\n";
        var answer = program.send(program.request("/api/plans/drafts", "Authorization", "Bearer x", "Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(Console.SERVICES.last("POST /api/plans/drafts").body()).isEqualTo(body);
    }

    @Test
    void whatIsTooLargeIsRefusedWithItsLengthOrWithout() {
        var much = new byte[32 * 1024 * 1024];
        assertThat(upload(HttpRequest.BodyPublishers.ofByteArray(much)).statusCode()).isEqualTo(413);
        var answer = upload(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(much)));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("TOO_LARGE", "30 MB");
    }

    private HttpResponse<String> upload(HttpRequest.BodyPublisher body) {
        return program.send(program.request("/api/plans/drafts", "Authorization", "Bearer x", "Content-Type", "application/octet-stream").POST(body));
    }

    @Test
    void whatIsPutAsideIsAskedOfTheServiceThatIsNamed() {
        assertThat(Service.owning("/api/operations/task-service/dead-letters")).hasValue(Service.TASK);
        assertThat(Service.owning("/api/operations/reporting-service/dead-letters/x/replay")).hasValue(Service.REPORTING);
        assertThat(Service.owning("/api/operations/console")).isEmpty();
        assertThat(Service.owning("/api/operations")).isEmpty();
        assertThat(Service.owning("/api")).isEmpty();
    }

    @Test
    void whatNoServiceAnswersIsNotFound() {
        assertThat(program.get("/api/secrets", "Authorization", "Bearer x").statusCode()).isEqualTo(404);
        assertThat(program.get("/api/tasks/../../actuator", "Authorization", "Bearer x").statusCode()).isIn(400, 404);
    }

    @Test
    void aServiceThatIsAwayIsAProblemInVietnamese() throws IOException {
        int nobody;
        try (var socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        var settings = new java.util.HashMap<String, Object>(Console.settings());
        settings.putAll(Map.of("server.port", "0", "DONDOC_TASK_URL", "http://127.0.0.1:" + nobody, "DONDOC_MAIL_SINK_PORT", ""));
        try (var other = Console.start(settings)) {
            var request = HttpRequest.newBuilder(java.net.URI.create("http://127.0.0.1:" + other.getWebServer().getPort() + "/api/tasks"))
                    .header("Authorization", "Bearer x");
            var answer = program.send(request);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            var problem = EventJson.mapper().readTree(answer.body());
            assertThat(problem.get("code").stringValue()).isEqualTo("UNAVAILABLE");
            assertThat(problem.get("detail").stringValue()).contains("hãy thử lại sau ít phút");
        }
    }

    @Test
    void eventsComeThroughAsTheyHappen() throws Exception {
        Console.SERVICES.on("GET /api/dashboards/changes", call -> new StandIn.Answer(200, "text/event-stream", "event: changed\ndata: {\"commune\":\"c1\"}\n\n".getBytes()));
        assertThat(program.get("/api/dashboards/changes", "Authorization", "Bearer x").body()).contains("event: changed");
        var user = Visitor.signedIn("xa1.vanphong");
        var answer = user.get("/live/dashboard");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(answer.body()).contains("event: changed");
    }

    @Test
    void anOpenDashboardWaitsWhenItsServiceIsAway() {
        Console.SERVICES.refusing("GET /api/dashboards/changes", 503, "UNAVAILABLE", "Hãy thử lại.");
        var answer = Visitor.signedIn("xa1.vanphong").get("/live/dashboard");
        assertThat(answer.statusCode()).as("a browser gives up after an error").isEqualTo(200);
        assertThat(answer.body()).contains("retry: 5000");
    }

    @Test
    void theFilesOfTheInterfacesAreThere() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var yaml = http.send(HttpRequest.newBuilder(java.net.URI.create(Console.url() + "/openapi.yaml")).build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = yaml.body()) {
                assertThat(new String(body.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)).contains("openapi: 3", "/api/tasks");
            }
        }
        assertThat(program.get("/asyncapi.json").body()).contains("asyncapi");
    }
}
