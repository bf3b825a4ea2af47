package vn.dondoc.platform.store;

import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Leases and next attempts by the database's own clock, so that instances whose clocks differ agree on them. */
public final class ServerTime {

    private static final String NOW = "$$NOW";

    private ServerTime() {}

    /** So long after now; for updates by pipeline. */
    public static Document in(Duration time) {
        return new Document("$add", List.of(NOW, time.toMillis()));
    }

    /**
     * Whether the time in a field has come.
     *
     * @param systemClock bounds the search, since the database's clock cannot use an index
     */
    public static Bson reached(String field, Clock systemClock) {
        return Filters.and(
                Filters.lte(field, Date.from(systemClock.instant())), Filters.expr(new Document("$lte", List.of("$" + field, NOW))));
    }
}
