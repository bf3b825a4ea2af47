package vn.dondoc.platform.check;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Operations.Finding;
import vn.dondoc.contracts.api.Operations.Severity;
import vn.dondoc.contracts.id.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

/** Where a figure becomes a finding, and that one check keeps no other from being told. */
class FindingsTest {

    private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");
    private static final long GIB = 1L << 30;

    @Test
    void a_disk_is_told_from_four_fifths_on() {
        assertThat(DiskCheck.finding("MongoDB", 21 * GIB, 100 * GIB)).isEmpty();
        assertThat(DiskCheck.finding("MongoDB", 20 * GIB, 100 * GIB)).contains(new Finding("DISK_FILLS", Severity.WARNING, 1, List.of("MongoDB"), 80L));
        assertThat(DiskCheck.finding("Kafka 1", 8 * GIB, 100 * GIB)).contains(new Finding("DISK_FILLS", Severity.CRITICAL, 1, List.of("Kafka 1"), 92L));
        assertThat(DiskCheck.finding("unknown", 0, 0)).as("a server that does not say how large it is").isEmpty();
    }

    @Test
    void a_clock_may_be_a_little_off() {
        assertThat(ClockCheck.finding(Duration.ofMillis(1999))).isEmpty();
        assertThat(ClockCheck.finding(Duration.ofSeconds(2))).hasValueSatisfying(one -> assertThat(one.severity()).isEqualTo(Severity.WARNING));
        assertThat(ClockCheck.finding(Duration.ofSeconds(45))).contains(new Finding("CLOCK_OFF", Severity.CRITICAL, 1, List.of(), 45L));
    }

    @Test
    void a_certificate_is_told_a_month_before_it_ends() {
        assertThat(CertificateCheck.finding("ca.pem", NOW.plus(Duration.ofDays(31)), NOW)).isEmpty();
        assertThat(CertificateCheck.finding("ca.pem", NOW.plus(Duration.ofDays(20)), NOW)).contains(new Finding("CERTIFICATE_ENDS", Severity.WARNING, 1, List.of("ca.pem"), 20L));
        assertThat(CertificateCheck.finding("ca.pem", NOW.plus(Duration.ofDays(7)), NOW)).hasValueSatisfying(one -> assertThat(one.severity()).isEqualTo(Severity.CRITICAL));
        assertThat(CertificateCheck.finding("ca.pem", NOW.minus(Duration.ofDays(2)), NOW)).hasValueSatisfying(one -> assertThat(one.figure()).isZero());
    }

    @Test
    void topics_are_compared_with_how_they_are_declared() {
        var well = topic("dondoc.task", 12, 3, 3, true);
        assertThat(TopicCheck.findings(List.of(well), 3)).isEmpty();
        assertThat(TopicCheck.findings(List.of(well, topic("dondoc.plan", 6, 3, 3, true)), 3))
                .containsExactly(new Finding("TOPIC_PARTITIONS", Severity.WARNING, 1, List.of("dondoc.plan"), null));
        assertThat(TopicCheck.findings(List.of(topic("dondoc.plan", 12, 3, 2, true)), 3)).extracting(Finding::code).containsExactly("TOPIC_REPLICAS_MISSING");
        assertThat(TopicCheck.findings(List.of(topic("dondoc.plan", 12, 1, 1, true)), 3)).extracting(Finding::code).containsExactly("TOPIC_REPLICATION");
        assertThat(TopicCheck.findings(List.of(topic("dondoc.plan", 12, 1, 1, false)), 1)).extracting(Finding::severity).containsExactly(Severity.CRITICAL);
    }

    private static TopicDescription topic(String name, int partitions, int replicas, int inSync, boolean led) {
        var nodes = IntStream.range(0, replicas).mapToObj(id -> new Node(id, "broker-" + id, 9092)).toList();
        var each = IntStream.range(0, partitions).mapToObj(number -> new TopicPartitionInfo(number, led ? nodes.getFirst() : null, nodes, nodes.subList(0, inSync))).toList();
        return new TopicDescription(name, false, each);
    }

    @Test
    void a_check_that_fails_or_hangs_is_told_and_hides_no_other() {
        var never = new CountDownLatch(1);
        var found = new SelfChecks(List.of(
                check("broken", () -> { throw new IllegalStateException("broken"); }),
                check("hanging", () -> { never.await(); return List.of(); }),
                check("well", () -> List.of(new Finding("DISK_FILLS", Severity.CRITICAL, 1, List.of("MongoDB"), 95L)))), Duration.ofMillis(500)).look(Set.of());
        assertThat(found).extracting(Finding::code).containsExactly("DISK_FILLS", "CHECK_FAILED", "CHECK_FAILED");
        assertThat(found.stream().flatMap(one -> one.examples().stream())).containsExactly("MongoDB", "broken", "hanging");
    }

    @Test
    void what_was_mended_leaves_the_metric() {
        var registry = new SimpleMeterRegistry();
        var found = new java.util.ArrayList<>(List.of(new Finding("DEAD_LETTERS", Severity.WARNING, 3, List.of(), null)));
        var metrics = new CheckMetrics(new SelfChecks(List.of(check("letters", () -> List.copyOf(found))), Duration.ofSeconds(30)), registry);
        metrics.round();
        assertThat(registry.get("dondoc.check.findings").tag("code", "DEAD_LETTERS").tag("severity", "warning").gauge().value()).isEqualTo(3);
        found.clear();
        metrics.round();
        assertThat(registry.find("dondoc.check.findings").gauges()).isEmpty();
    }

    private interface Looking {
        List<Finding> look() throws Exception;
    }

    private static SelfCheck check(String name, Looking looking) {
        return new SelfCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<Finding> look(Set<UnitId> provinces) throws Exception {
                return looking.look();
            }
        };
    }
}
