package vn.dondoc.notification.preference;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;

/** As of some seconds ago: few people choose anything, and each digest asks. */
@Component
class StoredChoices implements Choices {

    /** Within so long a choice holds everywhere. */
    static final Duration FRESH = Duration.ofSeconds(10);

    private final Aggregates<Preference> preferences;
    private final Clock systemClock;
    private volatile Map<String, Choice> known = Map.of();
    private volatile @Nullable Instant readAt;

    StoredChoices(Aggregates<Preference> preferences, Clock systemClock) {
        this.preferences = preferences;
        this.systemClock = systemClock;
    }

    @Override
    public Set<LocalTime> hours() {
        return fresh().values().stream().flatMap(choice -> Stream.ofNullable(choice.digestAt())).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Choice of(PersonId person) {
        return fresh().getOrDefault(person.value(), USUAL);
    }

    private Map<String, Choice> fresh() {
        var read = readAt;
        var now = systemClock.instant();
        if (read == null || Duration.between(read, now).compareTo(FRESH) >= 0) {
            known = preferences.list(new Query()).stream().map(Versioned::state).collect(Collectors.toUnmodifiableMap(Preference::id, Preference::choice));
            readAt = now;
        }
        return known;
    }
}
