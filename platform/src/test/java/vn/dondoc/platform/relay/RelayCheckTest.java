package vn.dondoc.platform.relay;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Operations;
import vn.dondoc.contracts.api.Operations.Finding;
import vn.dondoc.contracts.api.Operations.Severity;

import static org.assertj.core.api.Assertions.assertThat;

class RelayCheckTest {

    @Test
    void what_an_operator_must_do_something_about_is_told() {
        assertThat(RelayCheck.finding(relay("relaying", 0.2, null))).isEmpty();
        assertThat(RelayCheck.finding(relay("repairing", null, null))).isEmpty();
        assertThat(RelayCheck.finding(relay("relaying", 31.0, null))).map(Finding::code).contains("RELAY_LATE");
        assertThat(RelayCheck.finding(relay("failing", 2.0, "SendFailed"))).hasValueSatisfying(one -> {
            assertThat(one.severity()).isEqualTo(Severity.WARNING);
            assertThat(one.examples()).containsExactly("SendFailed");
        });
        assertThat(RelayCheck.finding(relay("failing", 75.4, "SendFailed"))).map(Finding::severity).contains(Severity.CRITICAL);
        assertThat(RelayCheck.finding(relay("nobody", null, null))).map(Finding::code).contains("RELAY_NOBODY");
        assertThat(RelayCheck.finding(relay("behind-topics", null, null))).map(Finding::severity).contains(Severity.CRITICAL);
    }

    private static Operations.Relay relay(String state, @Nullable Double lag, @Nullable String error) {
        return new Operations.Relay("task-service", state, 1, 1, true, lag, error, null, null, null, null);
    }
}
