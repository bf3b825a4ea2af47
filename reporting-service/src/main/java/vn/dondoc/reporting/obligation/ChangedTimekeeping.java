package vn.dondoc.reporting.obligation;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Objects;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.time.DomainClock;

/**
 * Finds the communes that keep time otherwise than when their reports were looked at last: by their settings, or by the tables of their province for this
 * year and the next. Their open reports are told of by what holds now. It compares what is there rather than hears of changes, so none is missed that came
 * while the copy of the organisation was behind; done by many instances at once, or broken off and done again, it changes nothing twice.
 */
final class ChangedTimekeeping {

    static final String COLLECTION = "timekeeping_seen";
    private static final String SEEN = "seen";

    private final MongoTemplate mongo;
    private final Obligations obligations;
    private final Directory directory;
    private final DomainClock clock;

    ChangedTimekeeping(MongoTemplate mongo, Obligations obligations, Directory directory, DomainClock clock) {
        this.mongo = mongo;
        this.obligations = obligations;
        this.directory = directory;
        this.clock = clock;
    }

    void round() {
        if (directory.isFresh()) {
            mongo.getCollection(Obligations.COLLECTION).distinct("commune", String.class).forEach(commune -> look(new UnitId(commune)));
        }
    }

    private void look(UnitId commune) {
        var now = kept(commune);
        var marks = mongo.getCollection(COLLECTION);
        var mark = marks.find(Filters.eq("_id", commune.value())).first();
        if (mark == null || !Objects.equals(mark.getString(SEEN), now)) {
            obligations.remind(commune);
            marks.updateOne(Filters.eq("_id", commune.value()), Updates.set(SEEN, now), new UpdateOptions().upsert(true));
        }
    }

    /** How time is kept there, as far as reminders follow from it. */
    private String kept(UnitId commune) {
        var province = directory.unit(commune).map(UnitState::province).orElse(commune);
        var settings = directory.settings(commune, province);
        var year = clock.today().getYear();
        return settings.daysLeft() + " " + settings.daysLate() + " " + settings.overdueEvery() + " " + directory.calendar(province, year) + " " + directory.calendar(province, year + 1);
    }
}
