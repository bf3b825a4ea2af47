package vn.dondoc.reporting.recount;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.contracts.api.Operations;
import vn.dondoc.contracts.api.Targets;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.reporting.OperationsTest;
import vn.dondoc.reporting.model.Models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class RecountTest extends OperationsTest {

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Models models;

    @Autowired
    private MeterRegistry registry;

    @ParameterizedTest
    @ValueSource(longs = {20260302, 4, 57})
    void whatCameInAnyOrderIsEqualAlsoWhileMoreIsFolded(long seed) {
        monthlyRule("kh" + seed, "xa1.kinhte", "xa1.congan");
        planned(target("a" + seed, "kh" + seed, "xa1", "xa1.kinhte"), 1);
        planned(target("b" + seed, "kh" + seed, "xa2", null), 1);
        happens(anyHistory(seed, 40));
        soon().until(() -> post("/api/targets/" + targetId("a" + seed) + "/measurement", economyHead(), new Targets.Reading(
                "2026-02", new BigDecimal("81.50"), null, null, true, null, null, null, null)).status() == 200);
        var more = anyHistory(seed + 1, 60);
        var arriving = CompletableFuture.runAsync(() -> happens(more));
        do {
            assertThat(recount().differences()).isEmpty();
        } while (!arriving.isDone());
        arriving.join();

        var all = recount();

        assertThat(all.different()).isZero();
        assertThat(all.tasks()).isEqualTo(TASKS.size());
        assertThat(all.reports()).isEqualTo(mongo.getCollection("obligations").countDocuments()).isGreaterThanOrEqualTo(2);
        assertThat(all.targets()).isEqualTo(mongo.getCollection("targets").countDocuments()).isGreaterThanOrEqualTo(2);
        assertThat(all.facts()).isEqualTo(all.tasks() + all.reports() + all.targets());
        assertThat(all.cells()).isPositive();
        assertThat(all.patienceSeconds()).isEqualTo(10);
        assertThat(registry.get("dondoc.recount.differences").gauge().value()).isZero();
    }

    @Test
    void whateverIsWrongIsFoundAndNothingElse() {
        var events = anyHistory(7, 30);
        happens(events);
        settled();
        var ids = events.stream().map(event -> "task/" + ((TaskEvent) event.event()).task().id()).distinct().sorted().toList();
        var before = ids.subList(0, 5).stream().map(this::fact).toList();
        var cell = cells().find(Filters.and(Filters.eq("level", "COMMUNE"), Filters.gt("counts.task_overdue", 0))).first();
        try {
            change(ids.get(0), Updates.set("plan", "another"));
            facts().deleteOne(Filters.eq("_id", ids.get(1)));
            change(ids.get(2), Updates.set("sequence", 0L));
            change(ids.get(3), Updates.set("sequence", 99L));
            facts().insertOne(new Document(before.get(4)).append("_id", ids.get(4) + "-more"));
            cells().updateOne(Filters.eq("_id", cell.get("_id")), Updates.inc("counts.task_overdue", 1000));

            var found = recount();

            assertThat(found.differences()).filteredOn(one -> one.kind().startsWith("fact")).extracting(Operations.Difference::kind, Operations.Difference::id)
                    .containsExactlyInAnyOrder(
                            tuple("fact-different", ids.get(0)), tuple("fact-missing", ids.get(1)), tuple("fact-older", ids.get(2)),
                            tuple("fact-newer", ids.get(3)), tuple("fact-extra", ids.get(4) + "-more"));
            assertThat(found.differences()).filteredOn(one -> one.id().equals(cell.get("_id"))).singleElement().satisfies(one -> {
                assertThat(one.kind()).isEqualTo("cell-different");
                assertThat(one.stored()).contains("task_overdue=1");
                assertThat(one.counted()).isNotEqualTo(one.stored());
            });
            assertThat(found.different()).isEqualTo(found.differences().size());
            assertThat(registry.get("dondoc.recount.differences").gauge().value()).isEqualTo(found.different());
        } finally {
            before.forEach(fact -> facts().replaceOne(
                    Filters.eq("_id", fact.get("_id")), fact, new com.mongodb.client.model.ReplaceOptions().upsert(true)));
            facts().deleteOne(Filters.eq("_id", ids.get(4) + "-more"));
            cells().replaceOne(Filters.eq("_id", cell.get("_id")), cell);
        }
        assertThat(recount().differences()).as("all is as before").isEmpty();
    }

    @Test
    void whatMerelyLagsIsWaitedFor() {
        settled();
        var events = anyHistory(11, 3);
        events.forEach(TASKS::take);
        var asked = TASKS.asked();

        var answer = CompletableFuture.supplyAsync(this::recount);
        soon().until(() -> TASKS.asked() > asked);
        events.forEach(this::tell);

        assertThat(answer.join().differences()).isEmpty();
    }

    @Test
    void withoutTaskServiceNothingIsSaid() {
        try {
            TASKS.isAway(true);
            var answer = post(OPERATIONS + "recount", administrator(), "");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("TASKS_UNREACHABLE");
        } finally {
            TASKS.isAway(false);
        }
    }

    @Test
    void onlyTheAdministratorOfTheProvinceCountsAgain() {
        for (var token : List.of(standing(), provinceStanding(), police())) {
            assertThat(post(OPERATIONS + "recount", token, "").status()).isEqualTo(403);
        }
    }

    private void settled() {
        soon().until(() -> recount().different() == 0);
    }

    private Document fact(String id) {
        return facts().find(Filters.eq("_id", id)).first();
    }

    private void change(String id, org.bson.conversions.Bson update) {
        assertThat(facts().updateOne(Filters.eq("_id", id), update).getModifiedCount()).isEqualTo(1);
    }

    private com.mongodb.client.MongoCollection<Document> facts() {
        return mongo.getCollection(models.current().facts());
    }

    private com.mongodb.client.MongoCollection<Document> cells() {
        return mongo.getCollection(models.current().cells());
    }
}
