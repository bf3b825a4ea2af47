package vn.dondoc.notification.rulebook;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.dondoc.notification.rule.Audience;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.notification.rule.Notice;
import vn.dondoc.notification.rule.Occasion;
import vn.dondoc.notification.rule.Urgency;

/**
 * The rules of one place: its own before those of its province, before the usual ones. Within limits that nobody can lift: what is critical is told, by more
 * than the inbox, and to whoever it presses first; and what the province is told of its own work a commune does not take from it.
 *
 * @param own of the commune, or of the province where the place is one
 * @param above of the province; empty where the place is one
 */
record Ruling(List<Entry> own, List<Entry> above) {

    /** Those that a rule can name; others follow from the step. */
    static final List<Audience> NAMED = List.of(
            Audience.RESPONSIBLE, Audience.COORDINATING, Audience.HEAD, Audience.STANDING, Audience.URGING_UNIT, Audience.LEADER_IN_CHARGE,
            Audience.LEADER, Audience.PROVINCE, Audience.FOLLOWING);

    /** What the usual notice becomes there. */
    Notice of(Notice usual) {
        var entry = entryOf(usual);
        if (entry.isEmpty()) {
            return usual;
        }
        var wanted = entry.get();
        if (!wanted.on() && usual.urgency() != Urgency.CRITICAL) {
            return usual.off();
        }
        var channels = new HashSet<>(wanted.channels());
        channels.add(Channel.INBOX);
        if (usual.urgency() == Urgency.CRITICAL && channels.size() == 1) {
            channels.add(Channel.EMAIL);
        }
        return usual.to(audiences(wanted, usual), usual.urgency() == Urgency.CRITICAL ? Urgency.CRITICAL : wanted.urgency()).on(channels);
    }

    /** Who else than the standing unit chases a report or a part is meant where the standing unit is named. */
    private List<Audience> audiences(Entry wanted, Notice usual) {
        var chasing = usual.audiences().stream().filter(one -> one == Audience.OWED_TO || one == Audience.DECIDING).findFirst();
        var all = new LinkedHashSet<Audience>();
        if (usual.urgency() == Urgency.CRITICAL) {
            all.add(usual.audiences().getFirst());
        }
        wanted.audiences().forEach(one -> all.add(one == Audience.STANDING ? chasing.orElse(one) : one));
        usual.audiences().stream().filter(one -> one == Audience.FORMER || !Step.numbered(usual.occasion()) && one == Audience.DECIDING).forEach(all::add);
        var provinceTells = entryOf(above, usual).map(entry -> entry.audiences().contains(Audience.PROVINCE))
                .orElse(usual.audiences().contains(Audience.PROVINCE));
        if (provinceTells && !above.isEmpty() || usual.audiences().contains(Audience.PROVINCE)) {
            all.add(Audience.PROVINCE);
        }
        return List.copyOf(all);
    }

    private Optional<Entry> entryOf(Notice usual) {
        return entryOf(own, usual).or(() -> entryOf(above, usual));
    }

    /** A reminder that moved to an earlier day is of the step that it was meant for: the nearest one that is not further from the last day. */
    private static Optional<Entry> entryOf(List<Entry> entries, Notice usual) {
        var occasion = usual.occasion();
        var number = usual.number();
        if (!Step.numbered(occasion) || number == null) {
            return find(entries, new Step(occasion, null));
        }
        if (occasion == Occasion.ESCALATED) {
            return find(entries, new Step(occasion, number));
        }
        return entries.stream().flatMap(entry -> Step.of(entry.step()).filter(step -> step.occasion() == occasion && Objects.requireNonNull(step.number()) <= number)
                        .map(step -> Map.entry(step, entry)).stream())
                .max(Comparator.comparingInt(found -> Objects.requireNonNull(found.getKey().number()))).map(Map.Entry::getValue);
    }

    private static Optional<Entry> find(List<Entry> entries, Step step) {
        return entries.stream().filter(entry -> entry.step().equals(step.code())).findFirst();
    }
}
