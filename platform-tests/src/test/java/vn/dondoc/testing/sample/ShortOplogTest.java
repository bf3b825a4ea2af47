package vn.dondoc.testing.sample;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import java.util.Date;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.dondoc.testing.RealBroker;
import vn.dondoc.testing.RealMongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The relay was away for longer than the database remembers its changes. */
@Tag("full")
class ShortOplogTest {

    @Test
    void what_the_oplog_does_not_hold_any_more_comes_out_of_the_histories() {
        var mongo = RealMongo.start("--oplogSize", "1");
        try (var sample = SampleService.start(mongo, RealBroker.shared(), "short" + UUID.randomUUID().toString().substring(0, 8))) {
            var id = sample.started("Trước khi vắng");
            sample.awaitEvents(id, 1);
            sample.relay.stop();
            for (int i = 0; i < 20; i++) {
                sample.step(id);
            }
            var neverSeen = sample.started("Trong khi vắng");
            var token = sample.checkpoint().get("token", Document.class);
            await().atMost(SampleService.LIMIT.multipliedBy(2)).until(() -> {
                noise(sample);
                return forgotten(sample, token);
            });
            sample.relay.start();

            assertThat(SampleService.firstOccurrences(sample.awaitEvents(id, 21))).containsExactlyElementsOf(sample.sent(id));
            assertThat(SampleService.firstOccurrences(sample.awaitEvents(neverSeen, 1))).containsExactly(1L);
            sample.step(id);
            assertThat(SampleService.firstOccurrences(sample.awaitEvents(id, 22))).containsExactlyElementsOf(sample.sent(id));
            assertThat(sample.checkpoint().get("repairFrom")).isNull();
            assertThat(sample.checkpoint().getDate("writtenAt")).isAfter(new Date(0));
        } finally {
            mongo.kill();
        }
    }

    private static void noise(SampleService sample) {
        var noise = sample.mongo.getDb().getCollection("noise");
        noise.insertMany(IntStream.range(0, 20).mapToObj(_ -> new Document("bytes", new Binary(new byte[200_000]))).toList());
        noise.deleteMany(new Document());
    }

    private static boolean forgotten(SampleService sample, Document token) {
        try (var cursor = sample.mongo.getDb().watch().resumeAfter(token.toBsonDocument()).cursor()) {
            cursor.tryNext();
            return false;
        } catch (MongoCommandException lost) {
            return lost.getCode() == 286 || lost.getCode() == 136;
        } catch (MongoException other) {
            return false;
        }
    }
}
