package vn.dondoc.task.timekeeping;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.contracts.event.CalendarState;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.SettingsState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.calendar.WorkingDays;
import vn.dondoc.platform.deadline.Reminders;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.deadline.Timekeeping;

/**
 * Settings and calendars, the newest state that came of each. They are stored before the tasks they concern are looked up, and a task that
 * is made or changed meanwhile is decided by what is stored then: between the two none is missed. What no event has told yet is as the
 * copy of the organisation has it.
 */
public final class Timekeepings {

    static final String COLLECTION = "timekeeping";
    static final String PROVINCE = "province";

    private static final String ORDER = "order";
    private static final String STATE = "state";

    private final MongoTemplate mongo;
    private final Directory directory;

    Timekeepings(MongoTemplate mongo, Directory directory) {
        this.mongo = mongo;
        this.directory = directory;
    }

    void keep(SettingsState settings, long order) {
        keep(keyOf(settings.unit()), null, order, settings);
    }

    void keep(CalendarState calendar, long order) {
        keep(keyOf(calendar.province(), calendar.year()), calendar.province(), order, calendar);
    }

    /** How time is kept for a task now. */
    public Timekeeping of(Assignment task) {
        return of(task.commune(), task.province());
    }

    /** How a commune keeps time now. */
    public Timekeeping of(UnitId commune, UnitId province) {
        var stored = stored(commune, province);
        var settings = settings(stored, commune, province);
        var days = new WorkingDays(year -> calendar(stored, province, year));
        var asOf = new TreeMap<String, Object>();
        stored.forEach((key, state) -> asOf.put(key, state.get(ORDER)));
        return new Timekeeping(
                days, Objects.requireNonNull(settings.daysOff()), Reminders.of(settings), Objects.requireNonNull(settings.staleAfter()), asOf.toString());
    }

    private SettingsState settings(Map<String, Document> stored, UnitId commune, UnitId province) {
        var defaults = SettingsState.defaultsOf(commune);
        var above = own(stored, province).map(own -> own.over(defaults)).orElse(defaults);
        return own(stored, commune).orElse(above).over(above);
    }

    private Optional<SettingsState> own(Map<String, Document> stored, UnitId unit) {
        return Optional.ofNullable(read(stored.get(keyOf(unit)), SettingsState.class)).or(() -> directory.ownSettings(unit));
    }

    private Optional<CalendarState> calendar(Map<String, Document> stored, UnitId province, int year) {
        return Optional.ofNullable(read(stored.get(keyOf(province, year)), CalendarState.class)).or(() -> directory.calendar(province, year));
    }

    private static <T> @Nullable T read(@Nullable Document stored, Class<T> type) {
        return stored == null ? null : EventJson.mapper().readValue(stored.getString(STATE), type);
    }

    private Map<String, Document> stored(UnitId commune, UnitId province) {
        var found = new HashMap<String, Document>();
        collection().find(Filters.or(Filters.in("_id", keyOf(commune), keyOf(province)), Filters.eq(PROVINCE, province.value())))
                .forEach(state -> found.put(state.getString("_id"), state));
        return found;
    }

    private void keep(String key, @Nullable UnitId province, long order, Object state) {
        var newer = Updates.combine(
                Updates.set(ORDER, order),
                Updates.set(PROVINCE, province == null ? null : province.value()),
                Updates.set(STATE, EventJson.mapper().writeValueAsString(state)));
        try {
            collection().updateOne(Filters.and(Filters.eq("_id", key), Filters.lt(ORDER, order)), newer, new UpdateOptions().upsert(true));
        } catch (MongoWriteException refused) {
            // it is there already, in this state or a newer one
            if (ErrorCategory.fromErrorCode(refused.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
        }
    }

    private static String keyOf(UnitId unit) {
        return "settings/" + unit.value();
    }

    private static String keyOf(UnitId province, int year) {
        return "calendar/" + province.value() + "/" + year;
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
