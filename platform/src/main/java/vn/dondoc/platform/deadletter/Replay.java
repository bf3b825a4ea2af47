package vn.dondoc.platform.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.kafka.core.KafkaTemplate;
import vn.dondoc.platform.consume.DeadLetters;
import vn.dondoc.platform.problem.ProblemException;

/** Sends a dead letter back to the topic it came from, with the headers it had there, for the group that had put it aside. */
final class Replay {

    private static final String OF_THE_ERROR_HANDLER = "kafka_";
    private static final int LIMIT_SECONDS = 15;

    private final KafkaTemplate<byte[], byte[]> kafka;

    Replay(KafkaTemplate<byte[], byte[]> kafka) {
        this.kafka = kafka;
    }

    /** @throws ProblemException 503 when the brokers did not take it; the letter stays open then */
    void send(Document letter) {
        var key = letter.getString("key");
        var data = letter.get("data", Binary.class);
        var record = new ProducerRecord<>(
                letter.getString("topic"), key == null ? null : key.getBytes(StandardCharsets.UTF_8), data == null ? null : data.getData());
        letter.get("headers", Document.class).forEach((name, value) -> {
            if (!name.startsWith(OF_THE_ERROR_HANDLER) && !DeadLetters.FOR_GROUP.equals(DeadLetterBox.unescaped(name))) {
                record.headers().add(DeadLetterBox.unescaped(name), ((Binary) value).getData());
            }
        });
        record.headers().add(DeadLetters.FOR_GROUP, letter.getString("group").getBytes(StandardCharsets.UTF_8));
        try {
            kafka.send(record).get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException away) {
            throw ProblemException.unavailable("UNAVAILABLE", 10);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable("UNAVAILABLE", 10);
        }
    }
}
