package vn.dondoc.notification.warning;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Operations.Finding;
import vn.dondoc.contracts.api.Operations.Severity;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.obligation.Standing;
import vn.dondoc.notification.rule.Urgency;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.check.SelfCheck;
import vn.dondoc.platform.time.DomainClock;

/** Urgent messages that nobody has opened for a week while what they are about is still open. */
@Component
class UnreadCheck implements SelfCheck {

    private static final Duration LONG = Duration.ofDays(7);
    private static final int MOST = 2000;
    private static final int SECONDS = 7;

    private final MongoTemplate mongo;
    private final Directory directory;
    private final DomainClock clock;

    UnreadCheck(MongoTemplate mongo, Directory directory, DomainClock clock) {
        this.mongo = mongo;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "unread";
    }

    @Override
    public List<Finding> look(Set<UnitId> provinces) {
        if (provinces.isEmpty()) {
            return List.of();
        }
        var unanswered = mongo.getCollection("notifications").aggregate(List.of(
                Aggregates.match(Filters.and(
                        Filters.in("province", provinces.stream().map(UnitId::value).toList()), Filters.eq("urgency", Urgency.CRITICAL.name()), Filters.eq("unread", true),
                        Filters.lt("at", Date.from(clock.instant().minus(LONG))))),
                Aggregates.project(new Document("position", "$to.position")
                        .append("obligation", new Document("$concat", List.of(new Document("$toLower", "$cause.kind"), ":", "$cause.obligation")))),
                Aggregates.lookup("obligations", "obligation", "_id", "known"),
                Aggregates.match(Filters.eq("known.state.standing", Standing.OPEN.name())),
                Aggregates.limit(MOST)))
                // Only what is unread is in that index, whoever it is for
                .hintString("unread").maxTime(SECONDS, TimeUnit.SECONDS).into(new ArrayList<>());
        if (unanswered.isEmpty()) {
            return List.of();
        }
        var positions = unanswered.stream().map(one -> new PositionId(one.getString("position"))).distinct()
                .flatMap(id -> directory.position(id).stream()).map(this::told).sorted().limit(EXAMPLES).toList();
        return List.of(new Finding("REMINDER_UNANSWERED", Severity.WARNING, unanswered.size(), positions, LONG.toDays()));
    }

    private String told(PositionState position) {
        return position.title() + ", " + directory.nameOf(position.unit());
    }
}
