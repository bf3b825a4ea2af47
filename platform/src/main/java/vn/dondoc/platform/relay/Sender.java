package vn.dondoc.platform.relay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;

/** Sends a batch and waits until the brokers have acknowledged all of it. */
final class Sender {

    private static final int LIMIT_SECONDS = 60;

    private final DefaultKafkaProducerFactory<String, byte[]> producers;
    private final KafkaTemplate<String, byte[]> kafka;
    private final Records records;

    Sender(DefaultKafkaProducerFactory<String, byte[]> producers, Records records) {
        this.producers = producers;
        this.kafka = new KafkaTemplate<>(producers);
        this.records = records;
    }

    /** @throws SendFailed when one record was not acknowledged; the producer is closed then, so that nothing of it arrives later */
    void send(List<Emitted> batch, long generation) throws InterruptedException {
        acknowledged(records.of(batch, generation));
    }

    /** Erases keys of the compacted topic. */
    void erase(Collection<String> keys, long generation) throws InterruptedException {
        acknowledged(keys.stream().map(key -> records.tombstone(key, generation)).toList());
    }

    private void acknowledged(List<ProducerRecord<String, byte[]>> batch) throws InterruptedException {
        var pending = new ArrayList<CompletableFuture<SendResult<String, byte[]>>>();
        try {
            batch.forEach(record -> pending.add(kafka.send(record)));
            if (!pending.isEmpty()) {
                kafka.flush();
            }
            for (var acknowledgement : pending) {
                acknowledgement.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException | RuntimeException failed) {
            producers.reset();
            throw new SendFailed(failed);
        }
    }

    void close() {
        producers.destroy();
    }

    /** The brokers did not take a batch whole. */
    static final class SendFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SendFailed(Throwable cause) {
            super("The brokers did not acknowledge a batch", cause);
        }
    }
}
