package vn.dondoc.notification.weekly;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.UrgedWeeks;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.message.ChannelStatus;
import vn.dondoc.notification.obligation.Obligation;
import vn.dondoc.notification.obligation.ObligationKind;
import vn.dondoc.notification.obligation.Obligations;
import vn.dondoc.notification.obligation.Standing;
import vn.dondoc.notification.rule.Occasion;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.time.DomainClock;

/** Reads a week out of the messages that were told in it and what is known of their tasks and reports. */
@Component
class Weeks {

    private static final List<String> URGING =
            List.of(Occasion.DUE_SOON.name(), Occasion.OVERDUE.name(), Occasion.ESCALATED.name(), Occasion.EXPLANATION_ASKED.name());
    private static final int DAYS = 7;
    private static final int AT_ONCE = 1000;

    private final MongoTemplate mongo;
    private final Obligations obligations;
    private final Directory directory;

    Weeks(MongoTemplate mongo, Obligations obligations, Directory directory) {
        this.mongo = mongo;
        this.obligations = obligations;
        this.directory = directory;
    }

    /** What became of one of them. */
    private enum Outcome { DONE, LATER, OPEN }

    static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The week that begins on that day, of a commune by units, of a province by communes. */
    UrgedWeeks.Week of(UnitId place, boolean ofProvince, LocalDate monday) {
        var urged = urged(place, ofProvince ? "province" : "commune", monday);
        var counts = new LinkedHashMap<UnitId, int[]>();
        var total = new int[Outcome.values().length];
        var keys = new ArrayList<>(urged.keySet());
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            obligations.find(keys.subList(from, Math.min(keys.size(), from + AT_ONCE))).forEach((key, known) -> {
                var outcome = outcome(known.obligation(), Objects.requireNonNull(urged.get(key)));
                total[outcome.ordinal()]++;
                (ofProvince ? List.of(known.obligation().commune()) : known.obligation().responsible()).stream().map(directory::heirOf).distinct()
                        .forEach(unit -> counts.computeIfAbsent(unit, _ -> new int[Outcome.values().length])[outcome.ordinal()]++);
            });
        }
        var rows = counts.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt((UrgedWeeks.Row row) -> -row.open()).thenComparing(row -> -row.urged()).thenComparing(UrgedWeeks.Row::name)).toList();
        return new UrgedWeeks.Week(place, directory.nameOf(place), monday, monday.plusDays(DAYS - 1), row(place, total), rows, letters(place, ofProvince, monday));
    }

    /** The tasks and reports, each with the first day of the week on which it was urged. */
    private Map<String, LocalDate> urged(UnitId place, String field, LocalDate monday) {
        var urged = new LinkedHashMap<String, LocalDate>();
        mongo.getCollection("notifications").aggregate(List.of(
                Aggregates.match(Filters.and(
                        Filters.eq(field, place.value()), Filters.in("cause.occasion", URGING), Filters.eq("inbox", ChannelStatus.DELIVERED.name()),
                        Filters.gte("at", Date.from(DomainClock.startOf(monday))), Filters.lt("at", Date.from(DomainClock.startOf(monday.plusDays(DAYS)))))),
                Aggregates.group(new Document("kind", "$cause.kind").append("obligation", "$cause.obligation"), Accumulators.min("first", "$at")))).forEach(group -> {
                    var id = group.get("_id", Document.class);
                    urged.put(ObligationKind.valueOf(id.getString("kind")).word() + ":" + id.getString("obligation"),
                            LocalDate.ofInstant(group.getDate("first").toInstant(), DomainClock.ZONE));
                });
        return urged;
    }

    private int letters(UnitId place, boolean ofProvince, LocalDate monday) {
        var own = Filters.and(Filters.eq(ofProvince ? "province" : "commune", place.value()), Filters.eq("issuer", place.value()),
                Filters.gte("sentOn", monday.toString()), Filters.lt("sentOn", monday.plusDays(DAYS).toString()));
        return Math.toIntExact(mongo.getCollection("urgings").countDocuments(own));
    }

    private static Outcome outcome(Obligation now, LocalDate urgedOn) {
        if (now.standing() == Standing.OPEN) {
            return Outcome.OPEN;
        }
        var handedIn = now.known().handedInOn();
        return handedIn != null && !handedIn.isAfter(urgedOn.plusDays(DAYS)) ? Outcome.DONE : Outcome.LATER;
    }

    private UrgedWeeks.Row row(UnitId unit, int[] counts) {
        var done = counts[Outcome.DONE.ordinal()];
        var later = counts[Outcome.LATER.ordinal()];
        var open = counts[Outcome.OPEN.ordinal()];
        return new UrgedWeeks.Row(unit, directory.nameOf(unit), done + later + open, done, later, open);
    }
}
