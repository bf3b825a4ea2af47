package vn.dondoc.platform.relay;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Not ready while the database is older than the topics. Neither the brokers nor the database need to be there for the answer. */
final class RelayPosition implements HealthIndicator {

    private final Checkpoints checkpoints;

    RelayPosition(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    @Override
    public Health health() {
        var ahead = checkpoints.ahead();
        return ahead == null
                ? Health.up().build()
                : Health.down().withDetail("reason", "the database is older than the topics: a new generation is needed")
                        .withDetail("topic", ahead.topic()).withDetail("subject", ahead.subject()).build();
    }
}
