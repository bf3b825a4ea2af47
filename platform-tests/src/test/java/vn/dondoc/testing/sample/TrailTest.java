package vn.dondoc.testing.sample;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import vn.dondoc.contracts.api.Audit;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Actor;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who did what when, as those find it who inspect. */
class TrailTest extends SampleTest {

    private static final String HISTORIES = "/api/operations/sample-service/histories";
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final PersonId person = new PersonId(UUID.randomUUID().toString());

    @Test
    void an_entry_says_who_did_it_when_in_which_position_and_what_it_was_before() {
        var id = stepped(xa(1), 2);

        var entries = search("?object=jobs/" + id, admin);
        assertThat(entries).extracting(Audit.Entry::sequence).containsExactly(5L, 4L, 3L, 2L, 1L);
        var second = entries.get(1);
        assertThat(second.type()).isEqualTo("ProgressRecorded");
        assertThat(second.object()).isEqualTo("jobs/" + id);
        assertThat(second.label()).isEqualTo("Dấu vết");
        assertThat(second.person()).isEqualTo(person);
        assertThat(second.at()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(second.writtenAt()).isCloseTo(Instant.now(), org.assertj.core.api.Assertions.within(2, java.time.temporal.ChronoUnit.MINUTES));
        assertThat(second.hash()).hasSize(64);
        assertThat(second.changes()).containsExactly(new Audit.Change("task.order", "1", "2"));
        assertThat(entries.getFirst().changes()).containsExactly(new Audit.Change("steps", "1", "2"));
        var made = entries.getLast();
        assertThat(made.words()).isEqualTo("lời của người");
        assertThat(made.changes()).contains(new Audit.Change("task.title", null, "Dấu vết"), new Audit.Change("task.due.date", null, "2026-02-28"));
        assertThat(search("?object=" + id, admin)).isEqualTo(entries);
    }

    @Test
    void pages_hold_every_entry_once_newest_first_also_across_the_archive() {
        var id = stepped(xa(1), 210);
        sample.archivist.round(Duration.ZERO);
        sample.step(id);
        var seen = new ArrayList<Audit.Entry>();
        @Nullable String next = null;
        do {
            var page = page("?limit=97&object=jobs/" + id + (next == null ? "" : "&after=" + next), admin);
            seen.addAll(page.items());
            next = page.next();
        } while (next != null);
        assertThat(seen).hasSize(423);
        assertThat(seen).extracting(Audit.Entry::id).doesNotHaveDuplicates();
        assertThat(seen).isSortedAccordingTo(java.util.Comparator.comparing(Audit.Entry::writtenAt).reversed());
        assertThat(seen).filteredOn(entry -> entry.sequence() == 3).singleElement()
                .satisfies(entry -> assertThat(entry.changes()).containsExactly(new Audit.Change("steps", null, "1")));
        assertThat(search("?limit=200&person=" + person, admin)).hasSize(200);
    }

    @Test
    void what_is_looked_for_is_found_by_person_position_kind_and_days() {
        var mine = stepped(xa(1), 1);
        sample.step(mine);
        var position = new PositionId("pos-" + UUID.randomUUID());
        var other = new PersonId(UUID.randomUUID().toString());
        sample.jobs.change(mine, acting(other, position), Job::step).orProblem();
        var today = LocalDate.now(ZONE);

        assertThat(search("?person=" + other, admin)).extracting(Audit.Entry::sequence).containsExactly(7L, 6L);
        sample.jobs.change(mine, acting(other, province.positionId("xa1.vhxh", Role.COMMUNE_STANDING)), Job::step).orProblem();
        assertThat(search("?object=" + mine + "&limit=1", admin)).singleElement().satisfies(entry -> {
            assertThat(entry.positionTitle()).isEqualTo("commune-standing xa1.vhxh");
            assertThat(entry.unit()).isEqualTo("Phòng Văn hóa - Xã hội");
        });
        assertThat(search("?position=" + position, admin)).extracting(Audit.Entry::sequence).containsExactly(7L, 6L);
        assertThat(search("?position=" + position + "&type=Noted", admin)).extracting(Audit.Entry::sequence).containsExactly(7L);
        assertThat(search("?object=" + mine + "&by=system", admin)).extracting(Audit.Entry::sequence).containsExactly(5L, 4L);
        assertThat(search("?object=" + mine + "&by=people", admin)).hasSize(7);
        assertThat(search("?person=" + other + "&from=" + today + "&to=" + today, admin)).hasSize(4);
        assertThat(search("?person=" + other + "&to=" + today.minusDays(1), admin)).isEmpty();
        assertThat(search("?person=" + other + "&from=" + today.plusDays(1), admin)).isEmpty();
    }

    @Test
    void what_is_old_is_found_without_anything_to_go_by_but_time() {
        var id = stepped(xa(1), 1);
        var old = Instant.parse("2021-05-05T05:05:05Z");
        sample.mongo.getCollection("jobs").updateOne(new Document("_id", id), new Document("$set", new Document("history.0.writtenAt", Date.from(old))));
        assertThat(search("?to=2021-05-05&from=2021-05-05", admin)).extracting(Audit.Entry::object).containsExactly("jobs/" + id);
        assertThat(search("?to=2022-12-31", admin)).extracting(Audit.Entry::object).containsExactly("jobs/" + id);
        assertThat(search("?to=2021-05-04", admin)).isEmpty();
    }

    @Test
    void nobody_finds_what_is_of_elsewhere() {
        var here = stepped(xa(1), 1);
        var there = stepped(xa(2), 1);
        var inspector = new PersonId("pf-n-inspection");
        sample.topics.organisation(List.of(), List.of(new PositionState(
                new PositionId("pf-p-inspection"), xa(1), "Ủy ban Kiểm tra", Role.INSPECTION, inspector, "kiem-tra@pf.example")), List.of());
        var inspection = TestIssuer.token(inspector);
        await().atMost(SampleService.LIMIT).untilAsserted(() -> sample.get(HISTORIES, inspection).expectStatus().isOk());
        var standing = province.token("xa1.vhxh", Role.COMMUNE_STANDING);
        for (var token : List.of(inspection, standing)) {
            assertThat(search("?object=" + here, token)).hasSize(3);
            assertThat(search("?object=jobs/" + there, token)).isEmpty();
            assertThat(search("?person=" + person + "&limit=200", token)).extracting(Audit.Entry::commune).containsOnly(xa(1));
            assertThat(search("?commune=" + xa(2), token)).isEmpty();
            assertThat(search("?limit=200", token)).isNotEmpty().extracting(Audit.Entry::commune).containsOnly(xa(1));
        }
        assertThat(search("?commune=" + xa(2) + "&limit=200", admin)).isNotEmpty().extracting(Audit.Entry::commune).containsOnly(xa(2));
        for (var role : List.of(Role.OFFICER, Role.UNIT_HEAD, Role.COMMUNE_LEADER, Role.VILLAGE_HEAD, Role.PROVINCE_VIEWER)) {
            sample.get(HISTORIES, province.token(role == Role.PROVINCE_VIEWER ? "tinh" : "xa1.vhxh", role)).expectStatus().isForbidden();
        }
    }

    @Test
    void no_search_scans_a_collection_or_reads_much_more_than_it_shows() {
        sample.startedAll(2_000);
        stepped(xa(1), 2);
        var standing = province.token("xa1.vhxh", Role.COMMUNE_STANDING);
        var today = LocalDate.now(ZONE);
        for (var query : List.of("?limit=5&from=" + today, "?person=" + person, "?position=" + province.positionId("xa1.vhxh", Role.COMMUNE_STANDING),
                "?limit=200&by=system&from=" + today.minusYears(3) + "&to=" + today.minusYears(2), "?object=jobs/none")) {
            for (var token : List.of(admin, standing)) {
                var plans = profiled(() -> search(query, token));
                assertThat(plans).as(query).isNotEmpty()
                        .allSatisfy(plan -> assertThat(plan.getString("planSummary")).doesNotContain("COLLSCAN").containsAnyOf("IXSCAN", "IDHACK", "EOF", "DISTINCT_SCAN"));
                assertThat(plans.stream().mapToInt(plan -> plan.getInteger("docsExamined", 0)).sum()).as(query)
                        .isLessThan(token.equals(standing) || !query.contains("limit=5&") ? 600 : 5_000);
            }
        }
    }

    /** What the server says of the reads of histories meanwhile. */
    private List<Document> profiled(Runnable search) {
        var database = sample.mongo.getDb();
        database.runCommand(new Document("profile", 2));
        try {
            search.run();
        } finally {
            database.runCommand(new Document("profile", 0));
        }
        var histories = List.of("jobs", "places", "alarms", "processes", "history_archive").stream().map(name -> database.getName() + "." + name).toList();
        var found = database.getCollection("system.profile").find(Filters.and(
                Filters.in("ns", histories), Filters.ne("op", "getmore"), Filters.exists("planSummary"), Filters.exists("command.lsid"))).into(new ArrayList<>());
        database.getCollection("system.profile").drop();
        return found.stream().filter(one -> one.toString().contains("history") || one.toString().contains("entry.") || one.toString().contains("distinct")).toList();
    }

    @Test
    void what_cannot_be_understood_is_refused() {
        for (var query : List.of("?limit=0", "?limit=201", "?limit=many", "?from=yesterday", "?by=nobody", "?after=%21", "?after=bzE")) {
            sample.get(HISTORIES + query, admin).expectStatus().isBadRequest();
        }
        assertThat(search("?object=nowhere/x", admin)).isEmpty();
        assertThat(search("?from=9999-12-31&to=9999-12-31", admin)).isEmpty();
        assertThat(search("?from=-999999999-01-01&to=-999999999-01-01", admin)).isEmpty();
        assertThat(search("?person=%24ne", admin)).isEmpty();
    }

    private UnitId xa(int number) {
        return province.unit("xa" + number);
    }

    private String stepped(UnitId commune, int steps) {
        var id = UUID.randomUUID().toString().replace("-", "");
        sample.jobs.create(id, acting(person, null), () -> inProvince(Job.start(id, commune, "Dấu vết"))).orProblem();
        for (int i = 0; i < steps; i++) {
            sample.jobs.change(id, acting(person, null), Job::step).orProblem();
        }
        return id;
    }

    private Decision<Job> inProvince(Decision<Job> start) {
        var accepted = (Decision.Accepted<Job>) start;
        var job = accepted.state();
        return new Decision.Accepted<>(new Job(job.id(), province.unit("tinh"), job.commune(), job.title(), job.steps(), job.due()), accepted.facts());
    }

    private static Act acting(PersonId person, @Nullable PositionId position) {
        return new Act(Actor.person(person, position), Instant.parse("2026-02-01T00:00:00Z"), "corr-2", null, null);
    }

    private List<Audit.Entry> search(String query, String token) {
        return page(query, token).items();
    }

    private Page<Audit.Entry> page(String query, String token) {
        return Objects.requireNonNull(sample.get(HISTORIES + query, token).expectStatus().isOk()
                .expectBody(new ParameterizedTypeReference<Page<Audit.Entry>>() {}).returnResult().getResponseBody());
    }
}
