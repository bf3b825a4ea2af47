package vn.dondoc.console.ranking;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Cached;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.backend.Service;
import vn.dondoc.console.signin.CurrentUser;
import vn.dondoc.console.timekeeping.OwnPlace;
import vn.dondoc.contracts.api.Rankings;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.UnitId;

/** The calls of reporting-service on rankings. */
@Component
public class RankingCalls {

    private static final String COMMUNES = "/api/rankings/communes";
    private static final String RULE = "/api/rankings/rules/{unit}";
    private static final Duration LIFE = Duration.ofSeconds(60);

    private final Backend backend;
    private final Cached<PersonId, Boolean> ranked;

    RankingCalls(Backend backend, OwnPlace place) {
        this.backend = backend;
        this.ranked = new Cached<>(LIFE, _ -> place.province().map(this::rule).filter(rule -> !rule.versions().isEmpty())
                .map(rule -> !rule.versions().getFirst().content().weights().isEmpty()).orElse(false));
    }

    /** Whether the user's province ranks; false while nobody can say. */
    public boolean isRanked() {
        try {
            return CurrentUser.find().map(user -> ranked.get(user.person())).orElse(false);
        } catch (Refused away) {
            return false;
        }
    }

    Rankings.Ranking communes(@Nullable String period) {
        return backend.get(Service.REPORTING, COMMUNES, Query.none().with("period", period), Rankings.Ranking.class);
    }

    Rankings.Ranking units(UnitId commune, @Nullable String period) {
        return backend.get(Service.REPORTING, COMMUNES + "/{id}/units", Query.none().with("period", period), Rankings.Ranking.class, commune.value());
    }

    Rankings.Rule rule(UnitId province) {
        return backend.get(Service.REPORTING, RULE, Rankings.Rule.class, province.value());
    }

    Rankings.Rule set(UnitId province, Rankings.Wanted wanted, long version) {
        return backend.put(Service.REPORTING, RULE, wanted, version, Rankings.Rule.class, province.value());
    }
}
