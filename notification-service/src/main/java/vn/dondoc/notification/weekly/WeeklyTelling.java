package vn.dondoc.notification.weekly;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.intake.Telling;
import vn.dondoc.notification.message.Messages;
import vn.dondoc.notification.message.Texts;
import vn.dondoc.notification.obligation.Obligation;
import vn.dondoc.notification.rule.Rules;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.problem.ProblemConfiguration;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Correlation;

/**
 * Tells the leaders of each place of the week that has ended. What is due is due since Monday: after an outage it is told late, and a note says that it was
 * told; the messages have the same ids however often it is tried.
 */
@Component
class WeeklyTelling {

    static final String COLLECTION = "weeks_told";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private final MongoTemplate mongo;
    private final Weeks weeks;
    private final Telling telling;
    private final Texts texts;
    private final Directory directory;
    private final DomainClock clock;

    WeeklyTelling(MongoTemplate mongo, Weeks weeks, Telling telling, Texts texts, Directory directory, DomainClock clock) {
        this.mongo = mongo;
        this.weeks = weeks;
        this.telling = telling;
        this.texts = texts;
        this.directory = directory;
        this.clock = clock;
    }

    void round() {
        if (!directory.isFresh()) {
            return;
        }
        var monday = Weeks.mondayOf(clock.today()).minusDays(7);
        places("province").forEach(place -> tell(place, true, monday));
        places("commune").forEach(place -> tell(place, false, monday));
    }

    private void tell(UnitId place, boolean ofProvince, LocalDate monday) {
        var note = place.value() + ":" + monday;
        var told = mongo.getCollection(COLLECTION);
        if (told.find(Filters.eq("_id", note)).first() != null) {
            return;
        }
        var province = directory.unit(place).map(UnitState::province).orElse(place);
        var week = weeks.of(place, ofProvince, monday);
        if (week.total().urged() > 0) {
            var words = texts.word("weekly.words", ProblemConfiguration.VIETNAMESE, DAY.format(week.from()), DAY.format(week.to()), week.total().urged(),
                    week.total().done(), week.total().open());
            var obligation = Obligation.week(place, province, monday, words);
            var at = DomainClock.startOf(monday.plusDays(7));
            var step = new Messages.Step("WeekUrged", note, at, null);
            telling.tell(at, Correlation.current(), telling.of(step, Rules.ofWeek(ofProvince), obligation, obligation));
        }
        told.updateOne(Filters.eq("_id", note), Updates.setOnInsert("at", Date.from(clock.instant())), new UpdateOptions().upsert(true));
    }

    /** Those of which anything is known. */
    private List<UnitId> places(String field) {
        var found = new ArrayList<UnitId>();
        mongo.getCollection("obligations").distinct(field, String.class).filter(Filters.type(field, "string")).forEach(id -> found.add(new UnitId(id)));
        return found;
    }
}
