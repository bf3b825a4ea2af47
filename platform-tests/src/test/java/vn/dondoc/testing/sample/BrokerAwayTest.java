package vn.dondoc.testing.sample;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.testing.RealBroker;
import vn.dondoc.testing.RealMongo;
import vn.dondoc.testing.TestProvince;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The broker dies while the relay sends, stays away, and comes back. */
@Tag("full")
class BrokerAwayTest {

    @Test
    void a_batch_that_was_not_acknowledged_is_sent_again_and_meanwhile_everybody_sees_why() {
        var broker = RealBroker.start();
        var province = new TestProvince("ba");
        var admin = province.token("tinh", Role.PROVINCE_ADMINISTRATOR);
        try (var sample = SampleService.start(RealMongo.shared(), broker, "away" + UUID.randomUUID().toString().substring(0, 8))) {
            sample.awaitReady();
            province.publish(sample.topics);
            await().atMost(SampleService.LIMIT).untilAsserted(() ->
                    sample.get("/api/operations/sample-service/relay", admin).expectStatus().isOk());
            var id = sample.started("Máy chủ vắng");
            sample.awaitEvents(id, 1);
            var written = new AtomicInteger(1);
            var writer = Thread.startVirtualThread(() -> {
                while (written.get() <= 300) {
                    sample.step(id);
                    written.incrementAndGet();
                }
            });
            await().atMost(SampleService.LIMIT).until(() -> written.get() > 60);
            broker.kill();

            await().atMost(Duration.ofSeconds(10)).untilAsserted(() ->
                    assertThat(Objects.requireNonNull(sample.relayAsTold(admin).lagSeconds())).isGreaterThan(2));
            await().atMost(Duration.ofSeconds(55)).untilAsserted(() -> {
                var told = sample.relayAsTold(admin);
                assertThat(told.state()).isEqualTo("failing");
                assertThat(told.lastError()).isEqualTo("TimeoutException");
                assertThat(told.lastErrorAt()).isNotNull();
            });
            sample.http.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
            broker.restart();

            await().atMost(SampleService.LIMIT).until(() -> !writer.isAlive());
            var seen = sample.awaitEvents(id, 301, Duration.ofSeconds(60));
            assertThat(SampleService.firstOccurrences(seen)).containsExactlyElementsOf(sample.sent(id));
            await().atMost(SampleService.LIMIT).untilAsserted(() -> {
                var told = sample.relayAsTold(admin);
                assertThat(told.state()).isEqualTo("relaying");
                assertThat(told.lastError()).isNull();
                assertThat(told.lastErrorAt()).isNull();
                assertThat(Objects.requireNonNull(told.lagSeconds())).isLessThan(2);
            });
        } finally {
            broker.kill();
        }
    }
}
