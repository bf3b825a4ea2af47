package vn.dondoc.console.operations;

import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Operations;

/**
 * One service in the operator's table.
 *
 * @param open records put aside that nobody decided on; null where the service does not say
 * @param relay how its events get out; null where the service does not say
 * @param trouble why it does not say, a sentence in the user's language
 */
public record Standing(String service, @Nullable Long open, Operations.@Nullable Relay relay, @Nullable String trouble) {

    /** Whether somebody should look: events do not get out, or they are late. */
    public boolean relayTroubled() {
        var seen = relay;
        if (seen == null) {
            return true;
        }
        return switch (seen.state()) {
            case "relaying", "repairing" -> seen.late();
            default -> true;
        };
    }
}
