package vn.dondoc.reporting;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.Particulars;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlanState;
import vn.dondoc.contracts.event.PlannedTarget;
import vn.dondoc.contracts.event.ReportEvent;
import vn.dondoc.contracts.event.ReportingRule;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.TargetId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.testing.RealParts;
import vn.dondoc.testing.TestProvince;
import vn.dondoc.testing.TestTopics;

/** The service with real parts, a province of its own for each test, and events as the other services would send them. */
@RealParts
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"dondoc.live.heartbeat=1s", "DONDOC_TASK_URL=http://127.0.0.1:9"})
public abstract class ServiceTest {

    protected static final LocalDate MARCH_2 = LocalDate.of(2026, 3, 2);

    protected final HttpClient http = HttpClient.newHttpClient();
    protected TestProvince province;
    protected TestTopics topics;

    @LocalServerPort
    private int port;

    @Autowired
    private DomainClock clock;

    private String prefix;

    @BeforeEach
    void begin() {
        prefix = "t" + UUID.randomUUID().toString().substring(0, 6);
        province = new TestProvince(prefix);
        topics = topics();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> get("/actuator/health/readiness", null).status() == 200);
        province.publish(topics);
        todayIs(MARCH_2);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> get("/api/reports/obligations", standing()).status() == 200);
    }

    @AfterEach
    void end() {
        topics.close();
        http.close();
    }

    /** The topics of the broker that the service uses. */
    protected TestTopics topics() {
        return new TestTopics();
    }

    // --- time

    /** Nine in the morning of that day. */
    protected void todayIs(LocalDate day) {
        clock.shiftTo(Duration.between(Clock.systemUTC().instant(), ZonedDateTime.of(day, LocalTime.of(9, 0), DomainClock.ZONE)));
    }

    protected Instant now() {
        return clock.instant();
    }

    // --- who

    protected UnitId unit(String name) {
        return province.unit(name);
    }

    protected String standing() {
        return province.token("xa1.vhxh", Role.COMMUNE_STANDING);
    }

    protected String economyHead() {
        return province.token("xa1.kinhte", Role.UNIT_HEAD);
    }

    protected String police() {
        return province.token("xa1.congan", Role.UNIT_HEAD);
    }

    protected String administrator() {
        return province.token("tinh", Role.PROVINCE_ADMINISTRATOR);
    }

    protected String provinceStanding() {
        return province.token("so", Role.PROVINCE_STANDING);
    }

    // --- what other services say

    protected PlanId plan(String name) {
        return new PlanId(prefix + "-" + name);
    }

    protected TaskId taskId(String name) {
        return new TaskId(prefix + "-" + name);
    }

    protected void published(String name, String commune) {
        var plan = new PlanState(
                plan(name), unit("tinh"), unit(commune), "Kế hoạch " + name, null, null, 2026, MARCH_2, 0, 0, 1);
        topics.publish(new PlanEvent.PlanPublished(plan), unit(commune), "plans/" + plan(name), 1, now());
    }

    /** Monthly before the 15th, owed to the standing unit of xa1. */
    protected void monthlyRule(String plan, String... owing) {
        monthlyRuleOf(null, plan, owing);
    }

    /** The same of a plan of that programme. */
    protected void monthlyRuleOf(String programme, String plan, String... owing) {
        monthlyRuleOf(programme, plan, 1, owing);
    }

    protected void monthlyRuleOf(String programme, String plan, long sequence, String... owing) {
        var rule = new ReportingRule(
                new RuleId(prefix + "-rule-" + plan), plan(plan), unit("tinh"), unit("xa1"), "Báo cáo tháng", Frequency.MONTHLY, 14, null,
                List.of(owing).stream().map(this::unit).toList(), unit("xa1.vhxh"), MARCH_2, LocalDate.of(2026, 12, 31)).within(programme);
        topics.publish(new PlanEvent.ReportingScheduled(rule), unit("xa1"), "rules/" + rule.id(), sequence, now());
    }

    protected void task(String name, String plan, String commune, TimeClass timeClass, long sequence, String... lead) {
        var state = new TaskState(
                taskId(name), plan(plan), unit("tinh"), unit(commune), 0, "1.", "Nhiệm vụ " + name,
                List.of(lead).stream().map(this::unit).toList(), List.of(), null, null, null, WorkState.NOT_STARTED, timeClass, false, false, null, null);
        assigned(new TaskEvent.TaskAssigned(state), sequence, now());
    }

    protected TargetId targetId(String name) {
        return new TargetId(prefix + "-" + name);
    }

    /** Monthly at least 80 % of something; nobody answers for it where no owner is named. */
    protected PlannedTarget target(String name, String plan, String commune, String owner) {
        return new PlannedTarget(
                targetId(name), plan(plan), unit("tinh"), unit(commune), 1, "Chính quyền số", "Tỷ lệ " + name, ">=", new BigDecimal("80"), "%",
                owner == null ? null : unit(owner), "Hệ thống một cửa", Frequency.MONTHLY);
    }

    protected void planned(PlannedTarget target, long sequence) {
        topics.publish(new PlanEvent.TargetPlanned(target), target.commune(), "targets/" + target.id(), sequence, now());
    }

    /** A task that costs something, of a programme or of none. */
    protected void costs(String name, String plan, String commune, Long budget, Long disbursed, String programme, WorkState state, long sequence, String lead) {
        var particulars = new Particulars(null, null, programme, null, disbursed, List.of(), List.of());
        var task = new TaskState(
                taskId(name), plan(plan), unit("tinh"), unit(commune), 0, "1.", "Nhiệm vụ " + name, List.of(unit(lead)), List.of(), budget, null, null,
                state, TimeClass.IN_TIME, true, false, null, null, null, null, null, null, null, null, null, null, particulars);
        assigned(new TaskEvent.TaskDescribed(task), sequence, now());
    }

    /** An event of task-service. */
    protected void assigned(TaskEvent event, long sequence, Instant at) {
        topics.publish(event, event.task().commune(), "assignments/" + event.task().id(), sequence, at);
    }

    // --- HTTP

    /** An answer: its status, entity tag and JSON. */
    public record Answer(int status, String tag, String body) {

        public JsonNode json() {
            return EventJson.mapper().readTree(body);
        }

        public <T> T as(Class<T> type) {
            return EventJson.mapper().readValue(body, type);
        }

        public String code() {
            return json().path("code").asString();
        }
    }

    protected String origin() {
        return "http://127.0.0.1:" + port;
    }

    protected Answer get(String path, String token) {
        return send(request(path, token).GET());
    }

    protected Answer post(String path, String token, Object body, String... headers) {
        var json = body instanceof String text ? text : EventJson.mapper().writeValueAsString(body);
        var request = request(path, token).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    protected Answer put(String path, String token, String json, long version) {
        return send(request(path, token).header("Content-Type", "application/json").header("If-Match", "\"" + version + "\"")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    protected HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.headers().firstValue("ETag").orElse(""), answer.body());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    // --- waiting

    protected static org.awaitility.core.ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100));
    }

    /** The one report that the holder of that token owes, as soon as it is expected. */
    protected JsonNode owed(String token) {
        return soon().until(() -> get("/api/reports/obligations?mine=true", token).json().path("items"), items -> items.size() == 1).get(0);
    }

    protected Dashboards.Dashboard commune(String name, String token) {
        return get("/api/dashboards/communes/" + unit(name), token).as(Dashboards.Dashboard.class);
    }

    /** The types of what was told of a report, in order. */
    protected List<String> told(String report) {
        return topics.read(Topic.REPORT.topicName(), seen -> seen.subject().endsWith("/" + report)).stream()
                .map(TestTopics.Seen::type).distinct().toList();
    }

    protected <E extends ReportEvent> E last(String report, Class<E> type) {
        return topics.read(Topic.REPORT.topicName(), seen -> seen.subject().endsWith("/" + report) && seen.type().equals(type.getSimpleName()))
                .getLast().as(type);
    }
}
