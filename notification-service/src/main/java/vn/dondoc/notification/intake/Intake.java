package vn.dondoc.notification.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.dondoc.notification.message.Messages;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.obligation.Known;
import vn.dondoc.notification.obligation.Obligations;
import vn.dondoc.notification.rulebook.RuleBooks;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.web.Correlation;

/**
 * Takes a batch of events: first what is known of their obligations, then the messages, then the letters, last the note that the
 * events were told. Whatever stops it in between, the next try finishes it and doubles nothing.
 */
@Component
class Intake {

    private final Obligations obligations;
    private final Telling telling;
    private final RuleBooks rules;
    private final Directory directory;

    Intake(Obligations obligations, Telling telling, RuleBooks rules, Directory directory) {
        this.obligations = obligations;
        this.telling = telling;
        this.rules = rules;
        this.directory = directory;
    }

    /** How messages of one origin are written together. */
    private record Origin(String correlation, Instant at) {

        static Origin of(Received received) {
            var correlation = received.correlation();
            return new Origin(correlation == null ? Correlation.fresh() : correlation, received.at());
        }
    }

    /**
     * Tells what the events are to be told as.
     *
     * @return those that nobody could be told of yet
     * @throws IllegalStateException while the copy of the organisation is not up to date; to be tried again
     */
    List<Received> take(List<Received> batch) {
        if (!directory.isFresh()) {
            throw new IllegalStateException("The organisation is not up to date, so nobody can be addressed yet");
        }
        var occurrences = batch.stream().flatMap(received -> Occurrence.of(received).stream()).toList();
        var known = known(occurrences);
        var messages = new LinkedHashMap<Origin, List<Aggregates.New<Notification>>>();
        var told = new HashMap<String, Set<String>>();
        var unaddressed = new ArrayList<Received>();
        for (var occurrence : occurrences) {
            var now = Objects.requireNonNull(known.get(occurrence.key()));
            var notice = occurrence.notice().map(usual -> rules.ruled(usual, occurrence.after()));
            if (notice.isPresent() && !now.told().contains(occurrence.received().id())) {
                var made = telling.of(Messages.Step.of(occurrence.received()), notice.get(), occurrence.after(), now.obligation());
                if (made.isEmpty()) {
                    unaddressed.add(occurrence.received());
                } else {
                    messages.computeIfAbsent(Origin.of(occurrence.received()), _ -> new ArrayList<>()).addAll(made);
                    told.computeIfAbsent(occurrence.key(), _ -> new HashSet<>()).add(occurrence.received().id());
                }
            }
        }
        messages.forEach((origin, made) -> telling.tell(origin.at(), origin.correlation(), made));
        obligations.told(told);
        return unaddressed;
    }

    private Map<String, Known> known(List<Occurrence> occurrences) {
        var known = new HashMap<>(obligations.find(occurrences.stream().map(Occurrence::key).distinct().toList()));
        var newer = new HashMap<String, Known>();
        for (var occurrence : occurrences) {
            var before = known.get(occurrence.key());
            if (before == null || before.sequence() < occurrence.order()) {
                var after = new Known(
                        occurrence.on(before == null ? null : before.obligation()),
                        occurrence.order(),
                        before == null ? Set.of() : before.told());
                known.put(occurrence.key(), after);
                newer.put(occurrence.key(), after);
            }
        }
        obligations.apply(newer.values());
        return known;
    }
}
