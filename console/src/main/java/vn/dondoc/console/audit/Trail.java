package vn.dondoc.console.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Audit;

/**
 * One page out of what the services tell.
 *
 * @param next cursor of the page behind; null on the last
 * @param away services that did not answer: what they know is missing
 */
public record Trail(List<Audit.Entry> entries, @Nullable String next, List<String> away) {

    public Trail {
        entries = List.copyOf(entries);
        away = List.copyOf(away);
    }
}
