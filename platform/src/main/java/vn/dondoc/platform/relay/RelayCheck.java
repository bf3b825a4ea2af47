package vn.dondoc.platform.relay;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.dondoc.contracts.api.Operations;
import vn.dondoc.contracts.api.Operations.Finding;
import vn.dondoc.contracts.api.Operations.Severity;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.check.SelfCheck;

/** Whether events get out, and in time. */
final class RelayCheck implements SelfCheck {

    private final RelayDesk desk;

    RelayCheck(RelayDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public List<Finding> look(Set<UnitId> provinces) {
        return finding(desk.now()).stream().toList();
    }

    static Optional<Finding> finding(Operations.Relay relay) {
        return switch (relay.state()) {
            case "behind-topics" -> Optional.of(finding("RELAY_BEHIND_TOPICS", Severity.CRITICAL, relay));
            case "failing" -> Optional.of(finding("RELAY_FAILING", relay.late() ? Severity.CRITICAL : Severity.WARNING, relay));
            case "nobody" -> Optional.of(finding("RELAY_NOBODY", Severity.CRITICAL, relay));
            default -> relay.late() ? Optional.of(finding("RELAY_LATE", Severity.WARNING, relay)) : Optional.empty();
        };
    }

    private static Finding finding(String code, Severity severity, Operations.Relay relay) {
        var error = relay.lastError();
        var lag = relay.lagSeconds();
        return new Finding(code, severity, 1, error == null ? List.of() : List.of(error), lag == null ? null : Math.round(lag));
    }
}
