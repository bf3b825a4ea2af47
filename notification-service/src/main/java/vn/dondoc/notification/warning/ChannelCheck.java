package vn.dondoc.notification.warning;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Operations.Finding;
import vn.dondoc.contracts.api.Operations.Severity;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.channel.Carriers;
import vn.dondoc.notification.channel.Circuits;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.platform.check.SelfCheck;

/** Channels whose provider does not take anything. */
@Component
class ChannelCheck implements SelfCheck {

    private final Carriers carriers;
    private final Circuits circuits;
    private final Clock systemClock;

    ChannelCheck(Carriers carriers, Circuits circuits, Clock systemClock) {
        this.carriers = carriers;
        this.circuits = circuits;
        this.systemClock = systemClock;
    }

    @Override
    public String name() {
        return "channels";
    }

    @Override
    public List<Finding> look(Set<UnitId> provinces) {
        return carriers.channels().stream().filter(carriers::isThere).flatMap(channel -> finding(channel).stream()).toList();
    }

    private Optional<Finding> finding(Channel channel) {
        var health = circuits.health(channel);
        if (health.state() == Circuits.State.CLOSED) {
            return Optional.empty();
        }
        var last = health.lastSentAt();
        var minutes = last == null ? null : Duration.between(last, systemClock.instant()).toMinutes();
        return Optional.of(new Finding("CHANNEL_DOWN", Severity.CRITICAL, 1, List.of(channel.code()), minutes));
    }
}
