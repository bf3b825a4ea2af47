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

/** Sends batches, one after the other; whether the brokers have acknowledged all of one is for the caller to wait for. */
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
        begin(records(batch, generation)).await();
    }

    /** The records of a batch, not sent yet. */
    List<ProducerRecord<String, byte[]>> records(List<Emitted> batch, long generation) {
        return records.of(batch, generation);
    }

    /** Erases keys of the compacted topic. */
    void erase(Collection<String> keys, long generation) throws InterruptedException {
        begin(keys.stream().map(key -> records.tombstone(key, generation)).toList()).await();
    }

    /**
     * Hands a batch to the producer. Nothing else may be handed over before it is awaited: what follows a record that was not taken must
     * not arrive before it.
     */
    Sending begin(List<ProducerRecord<String, byte[]>> batch) {
        var pending = new ArrayList<CompletableFuture<SendResult<String, byte[]>>>(batch.size());
        try {
            batch.forEach(record -> pending.add(kafka.send(record)));
            return new Sending(pending);
        } catch (RuntimeException failed) {
            throw failed(failed);
        }
    }

    /** A batch on its way to the brokers. */
    final class Sending {

        private final List<CompletableFuture<SendResult<String, byte[]>>> pending;

        private Sending(List<CompletableFuture<SendResult<String, byte[]>>> pending) {
            this.pending = pending;
        }

        /**
         * Returns when the brokers have acknowledged all of it.
         *
         * @throws SendFailed when one record was not acknowledged; the producer is closed then, so that nothing of it arrives later
         */
        void await() throws InterruptedException {
            try {
                if (!pending.isEmpty()) {
                    kafka.flush();
                }
                for (var acknowledgement : pending) {
                    acknowledgement.get(LIMIT_SECONDS, TimeUnit.SECONDS);
                }
            } catch (ExecutionException | TimeoutException | RuntimeException failed) {
                throw failed(failed);
            }
        }
    }

    private SendFailed failed(Exception why) {
        producers.reset();
        return new SendFailed(why);
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
