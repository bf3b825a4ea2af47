package vn.dondoc.acceptance.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.ReportingRule;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.testing.TestIssuer;
import vn.dondoc.testing.TestTopics;

/** The villages of some communes, each with a head who owes reports and sends them, and what became of what they sent. */
final class Reporters implements AutoCloseable {

    static final int IN_A_COMMUNE = 45;

    private static final String SUBMITTED = "ReportSubmitted";
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration SIGNED_IN = Duration.ofHours(2);
    private static final byte[] BODY = ("{\"nothingToReport\":false,\"results\":\"Đã rà soát, chuẩn hóa xong dữ liệu hộ tịch của 312/340 hộ trong thôn; đã hướng dẫn 27 hộ nộp hồ sơ"
            + " trực tuyến.\",\"difficulties\":\"Còn 28 hộ đi làm ăn xa chưa liên hệ được.\",\"proposals\":\"Đề nghị xã cử cán bộ hỗ trợ thôn một buổi trong tuần tới.\"}")
            .getBytes(StandardCharsets.UTF_8);

    /** A report that is owed, and the number of who owes it. */
    record Owed(String id, int reporter) {}

    private final UnitId province = new UnitId("rush-tinh");
    private final TestTopics topics = new TestTopics();
    private final MongoCollection<Document> obligations;
    private final Map<String, Integer> reporters = new HashMap<>();
    private final List<String> tokens = new ArrayList<>();
    private final int communes;
    private int rounds;

    Reporters(int communes, MongoDatabase database) {
        this.communes = communes;
        this.obligations = database.getCollection("obligations");
        var units = new ArrayList<>(List.of(new UnitState(province, "Tỉnh Cuối Kỳ", List.of(), UnitKind.PROVINCE, null, null, province, false, true)));
        var positions = new ArrayList<PositionState>();
        for (int commune = 0; commune < communes; commune++) {
            units.add(new UnitState(commune(commune), "Xã số " + commune, List.of(), UnitKind.COMMUNE, province, commune(commune), province, false, true));
            for (int number = 0; number < IN_A_COMMUNE; number++) {
                var village = village(commune, number);
                units.add(new UnitState(village, "Thôn " + number, List.of(), UnitKind.VILLAGE, commune(commune), commune(commune), province, false, true));
                positions.add(head(village));
            }
        }
        topics.organisation(units, positions, List.of());
    }

    private PositionState head(UnitId village) {
        var person = new PersonId("rush-n-" + village);
        reporters.put(village.value(), tokens.size());
        tokens.add(TestIssuer.token(person.value(), TestIssuer.issuer(), List.of("dondoc"), SIGNED_IN));
        return new PositionState(new PositionId("rush-p-" + village), village, "Trưởng thôn", Role.VILLAGE_HEAD, person, village + "@dondoc.example");
    }

    int count() {
        return tokens.size();
    }

    /** So many more reports are owed, in an order of chance; returns when they can be sent. */
    List<Owed> owe(int count) {
        var rules = new ArrayList<RuleId>();
        for (int already = 0; already < count; already += communes * IN_A_COMMUNE) {
            var round = rounds++;
            IntStream.range(0, communes).mapToObj(commune -> rule(commune, round)).forEach(rule -> {
                topics.publish(new PlanEvent.ReportingScheduled(rule), rule.commune(), "rules/" + rule.id(), 1, Instant.EPOCH);
                rules.add(rule.id());
            });
        }
        var ofRules = Filters.in("rule", rules.stream().map(RuleId::value).toList());
        var expected = rules.size() * (long) IN_A_COMMUNE;
        Awaitility.await("reports are owed").atMost(LIMIT).pollInterval(Duration.ofMillis(100)).until(() -> obligations.countDocuments(ofRules) == expected);
        var owed = new ArrayList<Owed>();
        obligations.find(ofRules).projection(Projections.include("unit"))
                .forEach(one -> owed.add(new Owed(one.getString("_id"), Objects.requireNonNull(reporters.get(one.getString("unit"))))));
        Collections.shuffle(owed, new Random(rounds));
        return List.copyOf(owed.subList(0, count));
    }

    private ReportingRule rule(int commune, int round) {
        var today = LocalDate.now(DomainClock.ZONE);
        return new ReportingRule(
                new RuleId("rush-rule-" + commune + "-" + round), new PlanId("rush-plan-" + commune), province, commune(commune), "Báo cáo tháng, biểu số " + round,
                Frequency.MONTHLY, 0, null, IntStream.range(0, IN_A_COMMUNE).mapToObj(number -> village(commune, number)).toList(), commune(commune),
                today.withDayOfMonth(1), null);
    }

    /** Sends a report; sent again, it is the same call. */
    KeptConnection.Answer send(Owed report, KeptConnection connection) throws IOException {
        return connection.command("/api/reports/" + report.id() + "/submission", tokens.get(report.reporter()), "rush-" + report.id(), BODY);
    }

    /** How often each of those was sent by what the store has, those that never were left out. */
    Map<String, Long> stored(List<Owed> reports) {
        var found = new HashMap<String, Long>();
        obligations.find(Filters.and(Filters.in("_id", reports.stream().map(Owed::id).toList()), Filters.eq("history.type", SUBMITTED)))
                .projection(Projections.include("history.type"))
                .forEach(one -> found.put(one.getString("_id"), one.getList("history", Document.class).stream().filter(entry -> SUBMITTED.equals(entry.getString("type"))).count()));
        return found;
    }

    /** How many different events tell that each was sent. */
    Map<String, Long> told() {
        var found = new HashMap<String, Long>();
        topics.read(Topic.REPORT.topicName(), seen -> seen.type().equals(SUBMITTED)).stream()
                .map(seen -> new Event(seen.subject().substring(seen.subject().indexOf('/') + 1), seen.id())).distinct()
                .forEach(event -> found.merge(event.report(), 1L, Long::sum));
        return found;
    }

    private record Event(String report, String id) {}

    private UnitId commune(int number) {
        return new UnitId("rush-c" + number);
    }

    private UnitId village(int commune, int number) {
        return new UnitId(commune(commune) + "-v" + number);
    }

    @Override
    public void close() {
        topics.close();
    }
}
