package vn.dondoc.console;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.EventJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What exists in local runs only, and what a start needs. */
class LocalRunTest {

    private final Visitor visitor = new Visitor();

    @BeforeEach
    void services() {
        Console.SERVICES.forget();
        Samples.everything(Console.SERVICES, Samples.officer());
    }

    @AfterEach
    void realTime() {
        clock("PT0S", Console.SECRET);
    }

    @Test
    void theDomainClockIsShiftedAndEveryPageSaysSo() {
        assertThat(visitor.get("/sign-in").body()).doesNotContain("Đồng hồ thử");
        var answer = clock("PT240H", Console.SECRET);
        assertThat(answer.statusCode()).isEqualTo(200);
        var body = EventJson.mapper().readTree(answer.body());
        assertThat(Duration.parse(body.get("offset").stringValue())).isEqualTo(Duration.ofHours(240));
        assertThat(body.get("now").stringValue()).endsWith("+07:00");
        var day = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(10).format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
        assertThat(visitor.get("/sign-in").body()).contains("Đồng hồ thử: " + day);
    }

    @Test
    void nobodyShiftsTheClockWithoutTheSecret() {
        assertThat(clock("PT240H", "a-guess").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/local/clock").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/local/clock", "X-Local-Secret", Console.SECRET).body()).contains("PT0S");
    }

    @Test
    void mailEndsInTheSinkAndIsShownShutIn() throws Exception {
        send("Nhắc việc: sắp đến hạn", "Hạn cuối là 23/11/2026.", "<p>Hạn <b>cuối</b></p><script>alert(1)</script>");
        var user = Visitor.signedIn("xa1.vanphong");
        var list = user.get("/local/mails?to=vp@xa.example").body();
        assertThat(list).contains("Nhắc việc: sắp đến hạn", "vp@xa.example");
        var link = Pattern.compile("/local/mails/[0-9a-f]{24}").matcher(list);
        assertThat(link.find()).isTrue();
        assertThat(user.get(link.group()).body()).contains("Hạn cuối là 23/11/2026.", "sandbox").doesNotContain("<script>alert");
        var html = user.get(link.group() + "/html");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow()).startsWith("sandbox;").contains("default-src 'none'");
        assertThat(user.get("/local/mails/000000000000000000000000").statusCode()).isEqualTo(404);
    }

    @Test
    void healthNeedsNothingAndMetricsTheirToken() {
        assertThat(visitor.get("/actuator/health/readiness").body()).contains("UP");
        assertThat(visitor.get("/actuator/health/liveness").body()).contains("UP");
        assertThat(visitor.get("/actuator/prometheus").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/actuator/prometheus", "Authorization", "Metrics another").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/actuator").statusCode()).isEqualTo(403);
        var user = Visitor.signedIn("xa1.vanphong");
        assertThat(user.get("/actuator/prometheus").statusCode()).isEqualTo(403);
        var scraper = new String[] {"Authorization", "Metrics " + Console.METRICS, "Accept", "text/plain"};
        assertThat(visitor.get("/actuator/prometheus", scraper).body()).contains("jvm_memory_used_bytes");
        assertThat(visitor.get("/actuator/env", scraper).statusCode()).isEqualTo(404);
    }

    @Test
    void everyMissingSettingIsNamedBeforeAnythingStarts() {
        assertThatThrownBy(() -> Console.start(Map.of("spring.profiles.active", "local", "DONDOC_MAIL_SINK_PORT", "many")))
                .hasMessageContaining("MONGODB_URI is missing")
                .hasMessageContaining("DONDOC_TASK_URL is missing: the address of task-service.")
                .hasMessageContaining("DONDOC_LOCAL_SECRET is missing")
                .hasMessageContaining("DONDOC_MAIL_SINK_PORT is not a port: many.");
    }

    @Test
    void outsideLocalItDoesNotStartWithoutAProvider() {
        var settings = new java.util.HashMap<String, Object>(Console.settings());
        settings.put("spring.profiles.active", "production");
        settings.keySet().removeIf(key -> key.startsWith("DONDOC_OIDC_"));
        settings.put("DONDOC_METRICS_TOKEN", "changeme-3b1f77c0d2a94e58");
        assertThatThrownBy(() -> Console.start(settings))
                .hasMessageContaining("OpenID Connect provider")
                .hasMessageContaining("DONDOC_DEMO_PASSWORD is for local runs only")
                .hasMessageContaining("DONDOC_METRICS_TOKEN is a secret of demonstrations")
                .hasMessageContaining("MONGODB_URI must ask for TLS")
                .hasMessageContaining("DONDOC_CLIENT_SECRET_NOTIFICATION");
    }

    private HttpResponse<String> clock(String offset, String secret) {
        return visitor.send(visitor.request("/local/clock", "Content-Type", "application/json", "X-Local-Secret", secret)
                .PUT(HttpRequest.BodyPublishers.ofString("{\"offset\":\"" + offset + "\"}")));
    }

    private static void send(String subject, String text, String html) throws Exception {
        Console.url();
        var settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(Console.MAIL_PORT));
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("don-doc@dondoc.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("vp@xa.example"));
        message.setSubject(subject, "UTF-8");
        var both = new MimeMultipart("alternative");
        var plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        both.addBodyPart(plain);
        var rich = new MimeBodyPart();
        rich.setContent(html, "text/html; charset=UTF-8");
        both.addBodyPart(rich);
        message.setContent(both);
        Transport.send(message);
    }
}
