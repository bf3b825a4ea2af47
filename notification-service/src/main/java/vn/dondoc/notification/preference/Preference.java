package vn.dondoc.notification.preference;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.notification.rule.Urgency;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

/**
 * What one person chose, under that person's id.
 *
 * @param digestAt "07:30"; null for the usual hour
 * @param muted classes, in their order
 */
record Preference(String id, @Nullable String digestAt, List<Urgency> muted) {

    Preference {
        muted = Lists.orEmpty(muted);
    }

    Choices.Choice choice() {
        return new Choices.Choice(digestAt == null ? null : LocalTime.parse(digestAt), Set.copyOf(muted));
    }

    Decision.Accepted<Preference> first() {
        return new Decision.Accepted<>(this, List.of(fact()));
    }

    Decision<Preference> become(Preference wanted) {
        return equals(wanted) ? Decision.unchanged() : Decision.accept(wanted, wanted.fact());
    }

    private Fact fact() {
        return Fact.internal("PreferenceChanged", id, Map.of(
                "digestAt", Objects.requireNonNullElse(digestAt, ""), "muted", muted.stream().map(Urgency::code).toList()));
    }
}
