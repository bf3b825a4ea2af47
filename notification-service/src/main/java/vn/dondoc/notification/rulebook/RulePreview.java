package vn.dondoc.notification.rulebook;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.ReminderRules;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.notification.obligation.Obligation;
import vn.dondoc.notification.obligation.ObligationKind;
import vn.dondoc.notification.obligation.Obligations;
import vn.dondoc.notification.rule.Audience;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.notification.rule.Notice;
import vn.dondoc.notification.rule.Occasion;
import vn.dondoc.notification.rule.Recipients;
import vn.dondoc.notification.rule.Usual;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.time.DomainClock;

/**
 * Who would have got what in the last month: the steps are those of the messages that are stored, also of what was dropped or switched off; recipients are
 * found anew by the directory and the obligations of today, once by the present rules and once by the wanted ones.
 */
@Component
class RulePreview {

    static final int DAYS = 31;
    private static final int MOST_STEPS = 3000;
    private static final int MOST_ROWS = 100;

    private final MongoTemplate mongo;
    private final Obligations obligations;
    private final Recipients recipients;
    private final Directory directory;
    private final RuleBooks books;

    RulePreview(MongoTemplate mongo, Obligations obligations, Recipients recipients, Directory directory, RuleBooks books) {
        this.mongo = mongo;
        this.obligations = obligations;
        this.recipients = recipients;
        this.directory = directory;
        this.books = books;
    }

    /** A step of one obligation. */
    private record Told(String key, String step, Occasion occasion, @Nullable Integer number) {}

    ReminderRules.Preview of(UnitState place, List<Entry> wanted, LocalDate today) {
        var from = today.minusDays(DAYS);
        var steps = steps(place, from);
        var cut = steps.size() > MOST_STEPS;
        var looked = cut ? steps.subList(0, MOST_STEPS) : steps;
        var known = obligations.find(looked.stream().map(Told::key).distinct().toList());
        var now = new Counts();
        var then = new Counts();
        for (var step : looked) {
            var found = known.get(step.key());
            if (found == null) {
                continue;
            }
            var obligation = found.obligation();
            var usual = usual(step, obligation);
            now.add(books.ruled(usual, obligation), obligation);
            then.add(ruling(place, obligation, wanted).of(usual), obligation);
        }
        var all = Stream.concat(now.messages.keySet().stream(), then.messages.keySet().stream()).distinct().map(position -> row(position, now, then))
                .sorted(Comparator.comparingLong((ReminderRules.PreviewRow row) -> -Math.abs(row.would() - row.present())).thenComparing(row -> -row.would())
                        .thenComparing(row -> row.position().value()))
                .toList();
        return new ReminderRules.Preview(
                from, today, looked.size(), cut, now.total(), then.total(), counts(now, then), all.size() > MOST_ROWS ? all.subList(0, MOST_ROWS) : all, all.size());
    }

    /** A commune that decided a step itself is not touched by what its province wants of it. */
    private Ruling ruling(UnitState place, Obligation obligation, List<Entry> wanted) {
        var present = books.of(obligation.commune(), obligation.province());
        return place.kind() == UnitKind.PROVINCE
                ? obligation.commune().equals(place.id()) ? new Ruling(wanted, List.of()) : new Ruling(present.own(), wanted)
                : new Ruling(wanted, present.above());
    }

    private static Notice usual(Told step, Obligation obligation) {
        var usual = Usual.of(step.occasion(), step.number());
        if (step.occasion() != Occasion.OVERDUE) {
            return usual;
        }
        var chasing = obligation.kind() == ObligationKind.REPORT ? Audience.OWED_TO : obligation.givenOf() != null ? Audience.DECIDING : Audience.STANDING;
        return usual.to(usual.audiences().stream().map(one -> one == Audience.STANDING ? chasing : one).toList(), usual.urgency());
    }

    private List<Told> steps(UnitState place, LocalDate from) {
        var field = place.kind() == UnitKind.PROVINCE ? "province" : "commune";
        var occasions = Usual.changeable().stream().map(Occasion::name).toList();
        var found = mongo.getCollection("notifications").aggregate(List.of(
                Aggregates.match(Filters.and(
                        Filters.eq(field, place.id().value()), Filters.gte("at", Date.from(DomainClock.startOf(from))), Filters.in("cause.occasion", occasions),
                        Filters.in("cause.kind", ObligationKind.TASK.name(), ObligationKind.REPORT.name()))),
                Aggregates.group(new Document("kind", "$cause.kind").append("obligation", "$cause.obligation").append("type", "$cause.type")
                                .append("number", "$cause.number").append("occasion", "$cause.occasion").append("lastDay", "$cause.lastDay"),
                        Accumulators.max("at", "$at")),
                Aggregates.sort(Sorts.descending("at")), Aggregates.limit(MOST_STEPS + 1)));
        var steps = new ArrayList<Told>();
        for (var group : found) {
            var id = group.get("_id", Document.class);
            var kind = ObligationKind.valueOf(id.getString("kind"));
            steps.add(new Told(
                    kind.word() + ":" + id.getString("obligation"), id.getString("type"), Occasion.valueOf(id.getString("occasion")), id.getInteger("number")));
        }
        return steps;
    }

    private static List<ReminderRules.ChannelCount> counts(Counts now, Counts then) {
        return Stream.of(Channel.values()).map(channel -> new ReminderRules.ChannelCount(
                channel.code(), now.channels.getOrDefault(channel, 0L), then.channels.getOrDefault(channel, 0L))).toList();
    }

    private ReminderRules.PreviewRow row(PositionId position, Counts now, Counts then) {
        var known = directory.position(position);
        return new ReminderRules.PreviewRow(
                position, known.map(PositionState::title).orElse(position.value()), known.map(one -> directory.nameOf(one.unit())).orElse(""),
                now.messages.getOrDefault(position, 0L), then.messages.getOrDefault(position, 0L));
    }

    /** What somebody got, counted. */
    private final class Counts {

        private final Map<PositionId, Long> messages = new HashMap<>();
        private final Map<Channel, Long> channels = new EnumMap<>(Channel.class);

        void add(Notice notice, Obligation obligation) {
            if (notice.isOff()) {
                return;
            }
            for (var recipient : recipients.of(notice, obligation, obligation)) {
                messages.merge(recipient.position(), 1L, Long::sum);
                notice.channels().forEach(channel -> channels.merge(channel, 1L, Long::sum));
            }
        }

        long total() {
            return messages.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
