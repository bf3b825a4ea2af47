package vn.dondoc.plan.publication;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.plan.Documents;
import vn.dondoc.plan.PlanServiceTest;
import vn.dondoc.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A publication that breaks off at any step is gone on with, and everything is there once. */
class InterruptedPublicationTest extends PlanServiceTest {

    private static final List<String> COLLECTIONS = List.of("plans", "plannedTasks", "plannedTargets", "reportingRules");

    @Autowired MongoTemplate mongo;

    @AfterEach
    void theDatabaseTakesEverythingAgain() {
        COLLECTIONS.forEach(collection -> refuse(collection, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plans", "plannedTasks", "reportingRules"})
    void what_broke_off_at_a_step_is_finished_later(String step) {
        var text = Documents.plan("Gián đoạn ở bước " + step).replace("Đội Thanh niên tình nguyện", "Công an");
        var draft = drafted(standing(), step + ".txt", utf8(text));
        refuse(step, true);

        publish(standing(), draft.id().value()).expectStatus().isEqualTo(503);
        assertThat(draftNow(draft).status()).isEqualTo("publishing");
        patch(standing(), draft.id().value(), 2L, java.util.Map.of("recipients", List.of())).expectStatus().isEqualTo(409);

        refuse(step, false);
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(300)).until(() -> draftNow(draft).status().equals("published"));
        var plan = Objects.requireNonNull(draftNow(draft).plan()).value();
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(500)).until(() -> events(plan).size() >= 4);
        assertThat(events(plan)).extracting(TestTopics.Seen::type)
                .containsExactly("PlanPublished", "TaskPlanned", "TaskPlanned", "ReportingScheduled");
        var read = read("/api/plans/" + plan, standing(), Plans.Plan.class);
        assertThat(read.tasks()).hasSize(2);
        assertThat(read.rules()).hasSize(1);
    }

    private List<TestTopics.Seen> events(String plan) {
        return planEvents(seen -> new String(seen.data(), java.nio.charset.StandardCharsets.UTF_8).contains(plan));
    }

    private Plans.Draft draftNow(Plans.Draft draft) {
        return read("/api/plans/drafts/" + draft.id(), standing(), Plans.Draft.class);
    }

    /** The database itself refuses every write to a collection, as a full disk would. */
    private void refuse(String collection, boolean everything) {
        mongo.getDb().runCommand(new Document("collMod", collection)
                .append("validator", everything ? new Document("never", "never") : new Document()));
    }
}
