package vn.dondoc.acceptance.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;
import org.bson.Document;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.testing.TestProvince;
import vn.dondoc.testing.TestTopics;

/** Open tasks as task-service stores them: copies of one that it made itself from a plan, each under an id of its own. */
final class OpenTasks {

    static final String COLLECTION = "assignments";

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int AT_ONCE = 1000;
    private static final int COMMUNES = 170;

    private final Document pattern;
    private final List<IndexModel> indexes;

    private OpenTasks(Document pattern, List<IndexModel> indexes) {
        this.pattern = pattern;
        this.indexes = indexes;
    }

    /** Lets a running task-service assign one task; takes it away, and keeps it as the pattern. */
    static OpenTasks like(MongoDatabase tasks) {
        var province = new TestProvince("bench");
        var collection = tasks.getCollection(COLLECTION);
        var task = new PlannedTask(
                new TaskId("bench-pattern"), new PlanId("bench-plan"), province.unit("tinh"), province.unit("xa1"), 1, "1",
                "Rà soát, chuẩn hóa và cập nhật dữ liệu hộ tịch vào hệ thống dùng chung",
                List.of(province.unit("xa1.kinhte")), List.of(province.unit("xa1.vhxh"), province.unit("xa1.congan")), "Báo cáo kết quả",
                5_000_000_000L, new Due.By(LocalDate.of(2099, 12, 31), false, false));
        try (var topics = new TestTopics()) {
            topics.publish(new PlanEvent.TaskPlanned(task), task.commune(), "plannedTasks/" + task.id(), 1, Instant.parse("2026-01-05T01:00:00Z"));
        }
        Awaitility.await("a task is assigned").atMost(LIMIT).until(() -> collection.countDocuments() == 1);
        var pattern = Objects.requireNonNull(collection.find().first());
        collection.deleteMany(new Document());
        return new OpenTasks(pattern, indexesOf(collection));
    }

    static List<IndexModel> indexesOf(MongoCollection<Document> collection) {
        var indexes = new ArrayList<IndexModel>();
        for (var index : collection.listIndexes()) {
            var options = new IndexOptions();
            var part = index.get("partialFilterExpression", Document.class);
            indexes.add(new IndexModel(index.get("key", Document.class), part == null ? options : options.partialFilterExpression(part)));
        }
        return indexes;
    }

    /** Makes the collection anew with the indexes of the real one, after it was filled: that is faster. */
    void fill(MongoCollection<Document> collection, int count, IntFunction<LocalDate> lastDay) {
        collection.drop();
        insert(collection, "open", count, lastDay);
        collection.createIndexes(indexes);
    }

    /** @param prefix of their ids */
    void insert(MongoCollection<Document> collection, String prefix, int count, IntFunction<LocalDate> lastDay) {
        var some = new ArrayList<Document>(AT_ONCE);
        for (int number = 0; number < count; number++) {
            some.add(task(prefix + "-" + number, number, lastDay.apply(number)));
            if (some.size() == AT_ONCE || number == count - 1) {
                collection.insertMany(some, new InsertManyOptions().ordered(false));
                some.clear();
            }
        }
    }

    /** On its last day: all reminders are told, that of the day itself too, and what comes next is that it is overdue. */
    private Document task(String id, int number, LocalDate lastDay) {
        var commune = "bench-xa-" + number % COMMUNES;
        var task = copy(pattern);
        task.append("_id", id).append("commune", commune).append("timeClass", "DUE_SOON").append("rank", 1)
                .append("nextBoundaryAt", Date.from(overdueAt(lastDay)));
        task.get("planned", Document.class).get("due", Document.class).append("date", lastDay.toString());
        task.get("deadline", Document.class).append("lastDay", lastDay.toString())
                .append("passedUntil", Date.from(DomainClock.startOf(lastDay)));
        var entry = task.getList("history", Document.class).getFirst();
        entry.append("id", Ids.derived(COLLECTION, id, "1")).append("partitionKey", commune);
        entry.get("data", Document.class).get("task", Document.class).append("id", id).append("commune", commune);
        return task;
    }

    private static Document copy(Document original) {
        var copy = new Document();
        original.forEach((name, value) -> copy.append(name, copied(value)));
        return copy;
    }

    private static Object copied(Object value) {
        return switch (value) {
            case Document inner -> copy(inner);
            case List<?> list -> list.stream().map(OpenTasks::copied).toList();
            default -> value;
        };
    }

    static Instant overdueAt(LocalDate lastDay) {
        return DomainClock.startOf(lastDay.plusDays(1));
    }

    static long overdue(MongoCollection<Document> collection) {
        return collection.countDocuments(Filters.eq("timeClass", "OVERDUE"));
    }
}
