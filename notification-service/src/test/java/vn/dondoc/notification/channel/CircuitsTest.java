package vn.dondoc.notification.channel;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.notification.channel.Circuits.State;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.testing.RealMongo;

import static org.assertj.core.api.Assertions.assertThat;

class CircuitsTest {

    private final MongoClient client = MongoClients.create(RealMongo.shared().uri());
    private final MongoTemplate mongo = new MongoTemplate(client, "circuits-test");
    private final Circuits one = circuits();
    private final Circuits other = circuits();

    @BeforeEach
    void empty() {
        mongo.getDb().drop();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void some_failures_on_end_open_it_for_every_instance_and_one_delivery_finds_out() {
        fail(Circuits.PATIENCE - 1);
        assertThat(other.gate(Channel.SMS)).isEqualTo(State.CLOSED);
        fail(1);
        assertThat(other.gate(Channel.SMS)).isEqualTo(State.OPEN);
        assertThat(other.gate(Channel.EMAIL)).as("each channel for itself").isEqualTo(State.CLOSED);

        pauseEnds();
        assertThat(one.gate(Channel.SMS)).isEqualTo(State.HALF_OPEN);
        assertThat(other.gate(Channel.SMS)).as("while one finds out").isEqualTo(State.OPEN);
        assertThat(other.health(Channel.SMS).state()).isEqualTo(State.HALF_OPEN);
        one.worked(Channel.SMS, true);
        assertThat(other.gate(Channel.SMS)).isEqualTo(State.CLOSED);
        assertThat(other.health(Channel.SMS)).satisfies(health -> {
            assertThat(health.failures()).isZero();
            assertThat(health.lastError()).isEqualTo("SMS_AWAY");
            assertThat(health.lastSentAt()).isNotNull();
        });
    }

    @Test
    void it_stays_open_longer_each_time_it_was_in_vain() {
        fail(Circuits.PATIENCE);
        var first = pause();
        pauseEnds();
        assertThat(one.gate(Channel.SMS)).isEqualTo(State.HALF_OPEN);
        one.failed(Channel.SMS, "SMS_AWAY", true, null);
        assertThat(one.gate(Channel.SMS)).isEqualTo(State.OPEN);
        assertThat(pause()).isGreaterThan(first.plusSeconds(20));
    }

    @Test
    void a_success_in_between_forgets_the_failures() {
        fail(Circuits.PATIENCE - 1);
        one.worked(Channel.SMS, false);
        fail(Circuits.PATIENCE - 1);
        assertThat(one.gate(Channel.SMS)).isEqualTo(State.CLOSED);
    }

    @Test
    void what_a_provider_asks_for_is_kept_at_once() {
        one.failed(Channel.SMS, "SMS_TOO_MANY", false, Duration.ofMinutes(7));
        assertThat(other.gate(Channel.SMS)).isEqualTo(State.OPEN);
        assertThat(pause()).isBetween(Duration.ofMinutes(6), Duration.ofMinutes(7));
    }

    @Test
    void a_probe_that_was_not_worth_sending_lets_the_next_one_try() {
        fail(Circuits.PATIENCE);
        pauseEnds();
        assertThat(one.gate(Channel.SMS)).isEqualTo(State.HALF_OPEN);
        one.untried(Channel.SMS);
        assertThat(other.gate(Channel.SMS)).isEqualTo(State.HALF_OPEN);
    }

    @Test
    void a_limit_holds_for_all_instances_together() {
        var limited = new Rates(mongo, TestSettings.properties(Duration.ofSeconds(30), 7));
        var granted = IntStream.range(0, 6).map(_ -> limited.take(Channel.SMS, 5)).sum();
        assertThat(granted).as("within one second, or two where one ends").isBetween(7, 14);
        assertThat(new Rates(mongo, TestSettings.properties()).take(Channel.SMS, 500)).isEqualTo(500);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            one.failed(Channel.SMS, "SMS_AWAY", false, null);
        }
    }

    private Duration pause() {
        return Duration.between(Clock.systemUTC().instant(), one.health(Channel.SMS).until());
    }

    private void pauseEnds() {
        mongo.getCollection(Circuits.COLLECTION).updateOne(Filters.eq("_id", "sms"), Updates.set("openUntil", new Date(0)));
    }

    private Circuits circuits() {
        return new Circuits(mongo, Clock.systemUTC(), TestSettings.properties());
    }
}
