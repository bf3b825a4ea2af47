package vn.dondoc.acceptance.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.bson.Document;

/** Tasks of a running task-service become due: many at once, and a few at midnight. */
final class SweepStorm {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int EVENTS = 2;

    private final OpenTasks tasks;
    private final MongoCollection<Document> assignments;
    private final MongoCollection<Document> copies;
    private final ProcessClock clock;
    private final TopicEnds ends;
    /** Each storm has days of its own, so that no task of an earlier one is due. */
    private LocalDate day = LocalDate.of(2040, 1, 31);

    SweepStorm(OpenTasks tasks, MongoDatabase database, ProcessClock clock, TopicEnds ends) {
        this.tasks = tasks;
        this.assignments = database.getCollection(OpenTasks.COLLECTION);
        this.copies = database.getCollection(OpenTasks.COLLECTION + "_bare");
        this.clock = clock;
        this.ends = ends;
    }

    /** From the moment at which the clock passes midnight to the last event in the topic; answers transitions per second. */
    double swept(int count) throws IOException, InterruptedException {
        open(count);
        var before = ends.records();
        var began = System.nanoTime();
        clock.put(OpenTasks.overdueAt(day).plusSeconds(1));
        ends.await(before + (long) EVENTS * count);
        var rate = count * 1e9 / (System.nanoTime() - began);
        if (OpenTasks.overdue(assignments) != count) {
            throw new IllegalStateException("Of " + count + " tasks only " + OpenTasks.overdue(assignments) + " are overdue");
        }
        return rate;
    }

    private void open(int count) throws IOException, InterruptedException {
        assignments.deleteMany(new Document());
        day = day.plusMonths(1);
        clock.put(OpenTasks.overdueAt(day).minus(Duration.ofHours(1)));
        var before = ends.records();
        var last = day;
        tasks.insert(assignments, "storm-" + day, count, _ -> last);
        ends.await(before + count);
    }

    /** The same by the driver alone, on copies with the same indexes. */
    double bare(int count) throws IOException, InterruptedException {
        tasks.fill(copies, count, _ -> LocalDate.of(2030, 1, 31));
        var sweep = pattern();
        var began = System.nanoTime();
        var done = sweep.all(Instant.parse("2031-01-01T00:00:00Z"));
        var rate = done * 1e9 / (System.nanoTime() - began);
        if (done != count) {
            throw new IllegalStateException("Of " + count + " copies " + done + " were changed");
        }
        copies.drop();
        return rate;
    }

    /** What the service's own sweep last made of a task. */
    private BareSweep pattern() {
        var before = Objects.requireNonNull(copies.find().first());
        var told = Objects.requireNonNull(assignments.find(new Document("timeClass", "OVERDUE")).first());
        return new BareSweep(copies, before, told);
    }

    /** Some tasks are due at midnight; answers of each how many milliseconds later its event was written. */
    List<Double> midnight(int count) throws IOException, InterruptedException {
        open(count);
        var boundary = OpenTasks.overdueAt(day);
        var offset = clock.put(boundary.minusMillis(1500 + ThreadLocalRandom.current().nextInt(1000)));
        Awaitility.await("all are overdue").atMost(LIMIT).pollInterval(Duration.ofMillis(200)).until(() -> OpenTasks.overdue(assignments) == count);
        var delays = new ArrayList<Double>();
        for (var task : assignments.find()) {
            var written = task.getList("history", Document.class).get(1).getDate("writtenAt").toInstant();
            delays.add((double) Duration.between(boundary, written.plus(offset)).toMillis());
        }
        return delays;
    }
}
