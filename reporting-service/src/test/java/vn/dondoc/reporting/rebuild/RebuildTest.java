package vn.dondoc.reporting.rebuild;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.contracts.api.Operations;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.reporting.OperationsTest;
import vn.dondoc.reporting.facts.Folding;
import vn.dondoc.reporting.model.Models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RebuildTest extends OperationsTest {

    @Autowired private MongoTemplate mongo;
    @Autowired private StoreReadiness store;
    @Autowired private Rebuilds rebuilds;
    @Autowired private Rebuilder rebuilder;
    @Autowired private Folding folding;
    @Autowired private KafkaProperties kafka;

    @AfterEach
    void theServiceBuildsItself() {
        if (!rebuilder.isRunning()) {
            rebuilder.start();
        }
        soon().until(() -> model().building() == null);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 20260303})
    void theNewModelIsEqualThoughEventsKeepComingAndFiguresStayReadable(long seed) {
        monthlyRule("kh", "xa1.kinhte");
        task("t1", "kh", "xa1", TimeClass.OVERDUE, 1, "xa1.kinhte");
        happens(anyHistory(seed, 60));
        soon().until(() -> commune("xa1", standing()).tasks().overdue() == 1);
        var before = model().number();
        var more = anyHistory(seed + 1, 80);
        var arriving = CompletableFuture.runAsync(() -> happens(more));

        var key = UUID.randomUUID().toString();
        var begun = post(OPERATIONS + "rebuild", administrator(), "", "Idempotency-Key", key);
        assertThat(begun.status()).isEqualTo(202);
        do {
            var board = get("/api/dashboards/communes/" + unit("xa1"), standing());
            assertThat(board.status()).isEqualTo(200);
            assertThat(board.as(Dashboards.Dashboard.class).tasks().overdue()).isEqualTo(1);
        } while (!arriving.isDone() || model().building() != null);

        var after = model();
        assertThat(after.number()).isGreaterThan(before);
        assertThat(after.switchedAt()).isNotNull();
        soon().untilAsserted(() -> assertThat(recount().differences()).isEmpty());
        assertThat(recount().model()).isEqualTo(after.number());
        assertThat(post(OPERATIONS + "rebuild", administrator(), "", "Idempotency-Key", key).as(Operations.Model.class).number())
                .as("the same key begins nothing again").isEqualTo(after.number());
        assertThat(model().building()).isNull();
    }

    @Test
    void whileOneIsBuiltNoSecondOneBegins() {
        rebuilder.stop();
        var first = rebuilds.begin(null);

        var second = post(OPERATIONS + "rebuild", administrator(), "");

        assertThat(second.status()).isEqualTo(202);
        assertThat(second.as(Operations.Model.class).building().number()).isEqualTo(first.building().number());
        assertThat(second.as(Operations.Model.class).number()).isEqualTo(first.number());
    }

    @Test
    void whatOneBeganAnotherFinishesAndEachRecordCountsOnce() {
        happens(anyHistory(5, 60));
        rebuilder.stop();
        var number = rebuilds.begin(null).building().number();
        var one = another();
        var other = another();

        var batches = new AtomicInteger();
        one.build(() -> batches.incrementAndGet() <= 4);
        var left = rebuilds.state().building();
        assertThat(left.read()).isPositive().isLessThan(left.total());
        other.build(() -> true);
        assertThat(rebuilds.state().building()).as("the lease of the first is not over").isEqualTo(left);
        happens(anyHistory(6, 10));
        theLeaseIsOver();
        other.build(() -> true);

        assertThat(model().number()).isEqualTo(number);
        assertThat(model().building()).isNull();
        soon().untilAsserted(() -> assertThat(recount().differences()).isEmpty());
    }

    @Test
    void whoLostTheLeaseWritesNothingMore() {
        happens(anyHistory(8, 40));
        rebuilder.stop();
        var number = rebuilds.begin(null).building().number();
        var batches = new AtomicInteger();

        assertThatThrownBy(() -> another().build(() -> {
            if (batches.incrementAndGet() == 3) {
                theLeaseIsOver();
                another().build(() -> true);
            }
            return true;
        })).isInstanceOf(LeaseLostException.class);

        assertThat(model().number()).isEqualTo(number);
        soon().untilAsserted(() -> assertThat(recount().differences()).isEmpty());
    }

    @Test
    void topicsThatAreEmptiedMeanwhileAreReadFromTheirNewBeginning() throws Exception {
        happens(anyHistory(9, 60));
        soon().untilAsserted(() -> assertThat(recount().differences()).isEmpty());
        rebuilder.stop();
        var number = rebuilds.begin(null).building().number();
        var one = another();
        var batches = new AtomicInteger();
        one.build(() -> batches.incrementAndGet() <= 3);
        assertThat(rebuilds.state().building().read()).isPositive();

        theTopicBeginsAnew();
        one.build(() -> true);
        assertThat(rebuilds.state().building().number()).as("what was half read is given up").isGreaterThan(number);
        one.build(() -> true);

        assertThat(model().number()).isGreaterThan(number);
        assertThat(model().building()).isNull();
        soon().untilAsserted(() -> assertThat(recount().differences()).isEmpty());
    }

    @Test
    void aRecordThatNobodyCanReadIsSkippedAndCounted() {
        var broken = "{not json".getBytes(StandardCharsets.UTF_8);
        topics.publish(Topic.TASK.topicName(), "anywhere", "TaskAssigned", "assignments/broken", 1, Instant.EPOCH, broken);
        topics.publish(Topic.TASK.topicName(), "anywhere", "TaskOfTheFuture", "assignments/broken", 2, Instant.EPOCH, new byte[0]);
        rebuilder.stop();
        rebuilds.begin(null);

        var seen = new ArrayList<Operations.Rebuild>();
        another().build(() -> seen.add(rebuilds.state().building()));

        assertThat(rebuilds.state().building()).isNull();
        assertThat(seen.getLast().skipped()).isEqualTo(1);
        assertThat(seen).extracting(Operations.Rebuild::read).isSorted();
    }

    @Test
    void openDashboardsAreToldOfTheSwitch() throws Exception {
        task("t2", "kh", "xa1", TimeClass.IN_TIME, 1, "xa1.kinhte");
        soon().until(() -> commune("xa1", standing()).tasks().inTime() == 1);
        var request = request("/api/dashboards/changes", standing()).GET().build();
        try (var stream = http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
            var seen = new CopyOnWriteArrayList<String>();
            Thread.ofVirtual().start(() ->
                    new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines().forEach(seen::add));
            soon().until(() -> seen.contains(":here"));
            seen.clear();

            assertThat(post(OPERATIONS + "rebuild", administrator(), "").status()).isEqualTo(202);

            soon().until(() -> seen.stream().anyMatch(line -> line.startsWith("data:{\"commune\":\"" + unit("xa1"))));
        }
        task("t3", "kh", "xa1", TimeClass.IN_TIME, 1, "xa1.kinhte");
        soon().until(() -> commune("xa1", standing()).tasks().inTime() == 2);
    }

    @Test
    void oldModelsAreRemovedOnceNobodyCanReadThemAnyMore() {
        var first = rebuilt();
        var second = rebuilt();
        assertThat(collections()).contains("facts_" + first, "facts_" + second);

        mongo.getCollection(Models.COLLECTION).updateOne(Models.THE_ONE, Updates.set("switchedAt", new Date(0)));
        var third = rebuilt();

        assertThat(collections()).contains("facts_" + second, "cells_" + second, "facts_" + third, "cells_" + third)
                .doesNotContain("facts_" + first, "cells_" + first, "facts", "cells");
    }

    @Test
    void onlyTheAdministratorOfTheProvinceMay() {
        for (var token : List.of(standing(), provinceStanding())) {
            assertThat(post(OPERATIONS + "rebuild", token, "").status()).isEqualTo(403);
            assertThat(get(OPERATIONS + "model", token).status()).isEqualTo(403);
        }
    }

    private int rebuilt() {
        var before = model().number();
        assertThat(post(OPERATIONS + "rebuild", administrator(), "").status()).isEqualTo(202);
        return soon().until(this::model, model -> model.number() > before && model.building() == null).number();
    }

    /** Another instance, which reads in small batches. */
    private Rebuilder another() {
        return new Rebuilder(store, rebuilds, folding, () -> RebuildConfiguration.reading(kafka, 20));
    }

    private void theLeaseIsOver() {
        mongo.getCollection(Models.COLLECTION).updateOne(Filters.exists(Models.BUILDING), Updates.set(Models.BUILDING + ".until", new Date(0)));
    }

    private List<String> collections() {
        return mongo.getDb().listCollectionNames().into(new ArrayList<>());
    }
}
